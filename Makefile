.DEFAULT_GOAL := help
.PHONY: help setup run test lint ui bench accuracy copies life fuzz clean

UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
ONRECORD := .venv/bin/onrecord
BENCH ?= ../shared/bench
READER ?=
SECONDS ?= 600
ARTICLES ?= 1000 10000
export DAGSTER_DISABLE_TELEMETRY := 1
unexport PYTHONDONTWRITEBYTECODE # compiled modules halve the time that a command takes to start

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: .venv/.locked ## make .venv with the locked versions; installs uv if it is missing

.venv/.locked: uv.lock pyproject.toml
	@command -v uv >/dev/null || test -x .uv/bin/uv || python3 -m pip install --quiet --target .uv uv
	@$(UV) sync --locked --quiet
	@touch $@

run: setup ## load seeds/articles into warehouse/news.duckdb
	@$(ONRECORD) run

test: setup ## run the tests
	@.venv/bin/python -m pytest -n auto --dist loadfile

lint: setup ## ruff, mypy, sqlfluff
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/sqlfluff lint sql

ui: setup ## Dagster's web interface and daemon on 127.0.0.1:3000
	@$(ONRECORD) ui

bench: setup ## measure speed, with large corpora of ARTICLES= (1000 10000)
	@.venv/bin/python -m tests.benchmarks.bench --articles $(ARTICLES)

accuracy: setup ## measure the reading on the benchmarks in BENCH=
	@.venv/bin/python -m tests.benchmarks.accuracy $(BENCH)

copies: setup ## measure how well planted copies are found, in BENCH= and in made articles
	@.venv/bin/python -m tests.benchmarks.copies $(BENCH)

life: setup ## measure what becomes of planted copies, corrections and withdrawals, in BENCH= or in made articles
	@.venv/bin/python -m tests.benchmarks.life $(BENCH)

fuzz: setup ## feed broken files to the reader of a format, READER=json SECONDS=600
	@.venv/bin/python -m tests.fuzz.fuzz "$(READER)" "$(SECONDS)"

clean: ## remove the warehouse's built files and the caches
	rm -rf .pytest_cache .mypy_cache .ruff_cache
	find warehouse -mindepth 1 ! -name README.md -delete
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
