# Two commands: `make demo` and `make test`. Both set everything up first, in .uv and .venv beside this file.
SHELL := /bin/sh
PYTHON ?= python3
UV := .uv/bin/uv
RUN := .venv/bin
# Two workers on two cores: arithmetic libraries that start threads of their own only get into each other's way.
QUIET_THREADS := OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
STAMP := .venv/.honeyguide-installed

.PHONY: help setup demo screenshots elasticsearch test full lint quality clean lock

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

setup: $(STAMP) ## an environment of its own, exact versions, checked by hash

$(UV):
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Honeyguide needs Python: install Python 3.12 or newer (any Python 3 with venv will do where it can be fetched)." >&2; exit 2; }
	@$(PYTHON) -m venv .uv 2>/dev/null || { echo "$(PYTHON) has no venv module: install it (on Debian: apt-get install python3-venv)." >&2; rm -rf .uv; exit 2; }
	@.uv/bin/pip install --quiet --disable-pip-version-check "uv>=0.9,<1"

$(STAMP): requirements.lock pyproject.toml | $(UV)
	@echo "Setting up in .venv beside this file: some 130 packages, a minute or a few at first, at once from then on."
	@$(UV) venv --quiet --allow-existing --python "$$(cat .python-version)" .venv || { echo "No Python 3.12 was found and none could be fetched: install Python 3.12 and run this again." >&2; exit 2; }
	@$(UV) pip sync --quiet --compile-bytecode --require-hashes requirements.lock --python $(RUN)/python
	@$(UV) pip install --quiet --no-deps --python $(RUN)/python --editable .
	@touch $(STAMP)

demo: setup ## crawl an invented world, find what was planted, show it on the dashboard
	@$(RUN)/honeyguide demo

screenshots: setup ## every page of the demo world into docs/images (needs Chromium; make demo first)
	@$(RUN)/python -m dashboard.screenshots honeyguide-home/demo docs/images 1440

elasticsearch: setup ## a real Elasticsearch on port 9200 of this machine, until Ctrl-C
	@$(RUN)/python -m stores.elastic.testserver run

test: setup ## the whole suite
	@$(QUIET_THREADS) $(RUN)/python -m pytest -m "not full" -n 2 --dist loadfile --durations=20

full: setup ## only more worlds, long runs and further servers
	@$(QUIET_THREADS) $(RUN)/python -m pytest -m full -n 2 --dist loadfile

quality: setup ## the floors on the reference data beside the project
	@$(QUIET_THREADS) $(RUN)/python -m pytest tests/nlp/test_nlp_quality.py tests/nlp/test_nlp_floors.py

lint: setup ## ruff, mypy, import contracts
	@$(RUN)/ruff check . && $(RUN)/ruff format --check . && $(RUN)/mypy && $(RUN)/lint-imports

lock: $(UV) ## resolve the exact versions anew
	@$(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.12 --group dev pyproject.toml -o requirements.lock

clean: ## remove what setup made
	@rm -rf .venv .uv
