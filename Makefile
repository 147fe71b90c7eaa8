# Everything one does with this project; `make` alone lists it.
# Each target sets up what it needs, so on a fresh clone `make run` and `make test` simply work.

PYTHON ?= python3
WORKERS ?= auto
PYTEST = $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal
TEST := not browser and not story
BIN := .venv/bin
# what is compiled once is found compiled the next time, whatever the machine says of it: seconds of every start
export PYTHONDONTWRITEBYTECODE :=
UV := $(shell sed -n 's/^\(uv==[^ ;]*\).*/\1/p' requirements.lock)

.DEFAULT_GOAL := help
.PHONY: help setup run demo key migrate test stories browser check covered postgres format lint types imports messages currencies migration released lock bench clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

setup: .venv/.ready ## make .venv with exactly what requirements.lock names

.venv/.ready: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed; name it with: make PYTHON=python3.12 ...'; exit 1; }
	@test -x $(BIN)/uv || $(PYTHON) -m venv --clear .venv || \
		{ rm -rf .venv; echo 'This Python cannot make a venv; on Debian: apt-get install python3-venv'; exit 1; }
	@test -x $(BIN)/uv || $(BIN)/python -m pip --quiet --disable-pip-version-check install '$(UV)'
	@$(BIN)/uv pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements.lock
	@touch $@

run: setup ## serve Telegram, or without a BOT_TOKEN a local one in the browser
	$(BIN)/python main.py run

demo: setup ## the local Telegram with demo people, whatever BOT_TOKEN says
	$(BIN)/python main.py demo

key: setup ## print a fresh MASTER_KEY
	@$(BIN)/python main.py key

migrate: setup ## bring the database to the newest schema
	$(BIN)/python main.py migrate

test: setup ## the tests on SQLite but for what takes longer; on PostgreSQL: make postgres
	$(PYTEST) -m '$(TEST) and not postgres'

stories: setup ## fourteen months of a manager, and a bot killed between any two steps, on both databases
	$(PYTEST) -m story --dist load --maxschedchunk 1

browser: setup ## the chat page's tests in a real browser (Chromium), at 1280 and at 360 pixels
	@command -v chromium > /dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null && \
		apt-get -qq update && apt-get -qq install --yes --no-install-recommends chromium fonts-noto-color-emoji; } || \
		{ echo 'Chromium is needed; on Debian: apt-get install chromium fonts-noto-color-emoji'; exit 1; }
	$(BIN)/python -m pytest -m browser -n 2 tests/browser

check: lint types imports covered postgres stories ## the whole gate: format, lint, types, import contracts, all tests

covered: setup ## every test on SQLite but for stories, and how much of the code it reaches, branch by branch
	rm -f .coverage .coverage.*
	$(PYTEST) -m '$(TEST) and not postgres' --cov --cov-report= --cov-fail-under=0
	$(BIN)/coverage report

postgres: setup ## every test on PostgreSQL, conversations too, but for stories
	$(PYTEST) -m '$(TEST) and postgres'

format: setup ## put every file into the one format
	$(BIN)/ruff check --select I --fix --quiet .
	$(BIN)/ruff format .

lint: setup ## format, lint and unused code, looked at only
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/vulture

types: setup ## mypy, strict
	$(BIN)/mypy

imports: setup ## who may import whom
	$(BIN)/lint-imports --no-logo

messages: setup ## what is said but not yet translated, as entries for bot/locale/ru
	$(BIN)/python -m tools.messages

currencies: setup ## take currencies and their digits from CLDR again (after a new Babel)
	$(BIN)/python -m tools.currencies

migration: setup ## write a migration: make migration m="leads have a title"
	$(BIN)/python -m tools.new_migration "$(m)"
	$(BIN)/ruff format --quiet storage/migrations

released: setup ## freeze new kinds of button, forms and migrations: what is out does not change
	$(BIN)/python -m tools.released

lock: setup ## compile requirements.lock from pyproject.toml; what it names already keeps its version
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --group dev --no-header --no-annotate \
		--python-version 3.11 --output-file requirements.lock pyproject.toml

bench: setup ## the README's figures about reading texts: make bench texts=FILE.jsonl
	$(BIN)/python -m benchmarks.intake $(texts)

clean: ## remove what can be made again; data/ stays
	rm -rf .venv .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.* coverage.xml
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
