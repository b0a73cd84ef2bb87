from store.engine import Database
from store.notebook import SqlNotebook


def test_a_note_is_kept_and_replaced(database: Database) -> None:
    """What is kept under a key is read back, until something else is kept there."""
    notebook = SqlNotebook(database)
    assert notebook.note("commands:1") is None
    notebook.keep("commands:1", "first")
    notebook.keep("commands:2", "other")
    notebook.keep("commands:1", "second")
    assert notebook.note("commands:1") == "second"
    assert notebook.note("commands:2") == "other"
