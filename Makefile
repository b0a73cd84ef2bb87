# Two commands: `make play` and `make test`. Everything lives in .venv; nothing else is touched.
# `make play ARGS='--member Ada --json'` hands options on.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet --log $(VENV)/setup.log install --constraint constraints.txt
WHAT := pyproject.toml constraints.txt
# hnswlib would otherwise compile for this very processor, and crash on another.
export HNSWLIB_NO_NATIVE = 1

.PHONY: help play test check format bench clean
.DEFAULT_GOAL := help

help: ## show the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

play: $(VENV)/ready ## play today's puzzle here in the terminal; no Discord account needed
	@$(BIN)/warmer play $(ARGS)

test: $(VENV)/ready-dev ## run every test, on SQLite, on a real PostgreSQL and through discord.py
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 2

check: $(VENV)/ready-dev ## what must be clean before a commit: lint, format, types, layers, tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 2

format: $(VENV)/ready-dev ## put the code in shape
	@$(BIN)/ruff check --fix-only . && $(BIN)/ruff format .

bench: $(VENV)/ready-dev ## print the benchmarks' tables (some minutes)
	@for name in start guess discord index leaderboard recsys; do $(BIN)/python benchmarks/$$name.py || exit 1; done

clean: ## remove the environment; the database in var/ stays
	rm -rf $(VENV) build *.egg-info

$(VENV)/ready: $(WHAT) | $(BIN)/pip
	@echo "Setting up Warmer in $(VENV), once (about a minute) ..." >&2
	@$(PIP) --editable .
	@$(PIP) hnswlib 2>/dev/null >&2 || $(PIP) --only-binary :all: chroma-hnswlib 2>/dev/null >&2 || \
		echo "No C++ compiler and no ready-made index here: Warmer uses exact search, which is slower on large shelves and the same otherwise." >&2
	@touch $@

$(VENV)/ready-dev: $(WHAT) $(VENV)/ready | $(BIN)/pip
	@echo "Adding what the tests need, once (PyTorch makes this the long one) ..." >&2
	@$(PIP) --editable '.[dev]'
	@touch $@

$(BIN)/pip:
	@test -n "$(PYTHON)" || { echo "Warmer needs Python 3.11, 3.12 or 3.13: install one, or say where: make play PYTHON=/path/to/python3.12"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { echo "$(PYTHON) is $$($(PYTHON) --version 2>&1), and Warmer needs Python 3.11, 3.12 or 3.13"; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); echo "Python's venv module is missing: on Debian and Ubuntu, sudo apt install python3-venv"; exit 1; }
