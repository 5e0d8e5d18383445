# Redress. `make help` prints this list.
PYTHON ?= python3
BIN := .venv/bin
CI_PYTEST ?= -n 2

.DEFAULT_GOAL := help
.PHONY: help setup demo test unit coverage lint docs reference score bench hostile samples train lock

help:            ## print this list
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /  make \1	/' | expand -t 18

setup:           ## fill .venv (once; a second start skips what is done)
	@PYTHON=$(PYTHON) sh scripts/setup.sh

demo: setup      ## assess a sample case and say what to try next
	@$(BIN)/redress demo

test: setup lint ## everything: lint, types, layers, tests, docs
	$(BIN)/pytest $(CI_PYTEST)
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --site-dir build/site

unit: setup      ## the fast tests only
	$(BIN)/pytest $(CI_PYTEST) -m "not slow"

coverage: setup ## the fast tests with branch coverage
	$(BIN)/coverage erase && $(BIN)/coverage run -m pytest -m "not slow" && $(BIN)/coverage combine -q && $(BIN)/coverage report --skip-covered --sort=cover

lint: setup      ## ruff, mypy strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

docs: setup      ## build the docs into build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --site-dir build/site

reference: setup ## write the reference pages of docs/ from the code
	$(BIN)/python scripts/generate_docs.py

score: setup     ## score the readers on ../shared (says so where it is absent)
	$(BIN)/python scripts/score.py

bench: setup     ## speeds beside the physical floor
	$(BIN)/python scripts/bench.py

hostile: setup   ## run the reader over ../shared/data/hostile under limits
	$(BIN)/python scripts/hostile.py

samples: setup   ## make the papers of the shipped samples again
	$(BIN)/python scripts/make_samples.py

train: setup     ## train the reader of messages on training/ again (needs scikit-learn)
	$(BIN)/python scripts/train_likeness.py

lock: setup      ## lock the requirements again (needs uv)
	uv pip compile pyproject.toml --extra ocr --group test --group docs --universal --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url -q -o requirements/dev.txt
