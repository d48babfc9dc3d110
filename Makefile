# Two commands: `make demo` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
UV_VERSION := 0.13.9
export UV_PYTHON_DOWNLOADS := never
export VIRTUAL_ENV := $(CURDIR)/.venv
unexport PYTHONPATH PYTHONHOME
ASSETS := pyproject.toml hatch_build.py package.json package-lock.json $(wildcard src/gevinst/shared/locale/*/LC_MESSAGES/*.po)

# What only reads the code starts no database, and leaves the user's own home alone.
check docs translations: export GEVINST_HOME := $(CURDIR)/.cache/home
check docs translations: export DATABASE_URL := postgresql://nowhere/none

.PHONY: help setup demo test check bench docs translations lock browser spark clean

help: ## This list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 22

setup: .venv/.ready ## Install everything into .venv

.venv/.uv: Makefile
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Gevinst needs Python 3.11 or newer; $(PYTHON) here is $$($(PYTHON) --version 2>&1). Name another: make setup PYTHON=python3.12." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"
	@touch $@

.venv/.locked: requirements.lock .venv/.uv
	$(BIN)/uv pip sync --quiet --require-hashes requirements.lock
	@touch $@

.venv/.ready: $(ASSETS) .venv/.locked
	$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup ## Set up, load a sample month, run the robot, serve on http://127.0.0.1:8000 (PORT=…)
	@$(BIN)/gevinst demo $(if $(PORT),--port $(PORT))

browser: ## Debian's Chromium for the browser tests, where it can be installed
	@scripts/browser

.venv/.spark: requirements-spark.lock .venv/.locked
	@scripts/spark

spark: setup .venv/.spark ## PySpark, where there is a Java for it: the rules on a cluster

test: setup browser spark ## All tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: setup ## Everything that is checked without running the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/translations.py check
	$(BIN)/python scripts/migrations.py
	$(BIN)/python scripts/reference.py check

docs: setup ## Write docs/reference anew
	$(BIN)/python scripts/reference.py write

translations: setup ## Bring the Danish catalogue up to date with the code
	$(BIN)/python scripts/translations.py merge

bench: setup ## All benchmarks as a table (ARGS=--small for the short ones)
	$(BIN)/python benchmarks/table.py $(ARGS)

lock: .venv/.uv ## Resolve the dependencies anew
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header pyproject.toml --group dev -o requirements.lock
	$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["spark"], sep="\n")' | $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header -o requirements-spark.lock -

clean: ## Remove what was installed and built
	rm -rf .venv node_modules src/gevinst/shared/static/dkfds
