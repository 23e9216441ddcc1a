.DEFAULT_GOAL := help
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
RUNNABLE := $(VENV)/.runnable
LOWEST := .venv-lowest
LATEST := .venv-latest
WORKERS ?= auto
# A worker takes neighbours, which share what their modules have started, until it has none left.
SPREAD := -n $(WORKERS) --dist worksteal
SEEDS ?= 20

# The tests start Python many times, and each would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE

# What is installed is what is written in requirements/, by version and hash. bcorm itself is installed
# as a plain path, which type checkers can follow from outside the clone.
LOCKED := -m pip install --quiet --require-hashes --requirement
AS_PATH := --config-settings editable_mode=compat --editable
CLONE := -m pip install --quiet --no-deps --no-build-isolation $(AS_PATH) .

.PHONY: help resource stubs demo test test-lowest test-latest test-django check admin soak drift docs dist lock
.PHONY: changelog coverage-api bench clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(RUNNABLE): setup.cfg requirements/cli.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(LOCKED) requirements/cli.txt
	$(BIN)/python $(CLONE)
	@touch $@

$(READY): $(RUNNABLE) requirements/dev.txt
	$(BIN)/python $(LOCKED) requirements/dev.txt
	@touch $@

$(LOWEST)/.ready: setup.cfg requirements/lowest.txt
	$(PYTHON) -m venv $(LOWEST)
	$(LOWEST)/bin/python $(LOCKED) requirements/lowest.txt
	$(LOWEST)/bin/python $(CLONE)
	@touch $@

stubs: $(READY) ## write the stubs that type checkers and editors read, beside the modules
	$(BIN)/python -m tools.stubs

resource: $(READY) ## write what a new resource needs (ARGS="SPEC PATH Name"; SPEC alone lists its paths)
	$(BIN)/python -m tools.resource $(ARGS)

demo: $(RUNNABLE) ## start a local store, query it, change it (CATALOG=path loads that catalog)
	$(BIN)/python -m bcorm demo $(if $(CATALOG),--catalog '$(CATALOG)')

test: stubs ## run the test suite
	$(BIN)/python -m pytest $(SPREAD) -m 'not alone' $(ARGS)
	$(BIN)/python -m pytest -m alone $(ARGS) || [ $$? -eq 5 ]

test-lowest: $(LOWEST)/.ready ## run the tests with the lowest versions that setup.cfg admits
	$(LOWEST)/bin/python -m pytest $(SPREAD) -m 'not alone' $(ARGS)
	$(LOWEST)/bin/python -m pytest -m alone $(ARGS) || [ $$? -eq 5 ]

test-latest: ## run the tests with the newest versions that there are, whatever is locked
	$(PYTHON) -m venv --clear $(LATEST)
	$(LATEST)/bin/python -m pip install --quiet $(AS_PATH) '.[tests]'
	$(LATEST)/bin/python -m pytest $(SPREAD) -m 'not alone' $(ARGS)
	$(LATEST)/bin/python -m pytest -m alone $(ARGS) || [ $$? -eq 5 ]

test-django: $(READY) ## run the Django admin's tests on every line of Django
	$(BIN)/python -m tools.django_versions $(ARGS)

check: stubs ## lint, format, types, import directions, docstrings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m tools.docstrings

admin: $(READY) ## serve the example Django admin over a local store
	$(BIN)/python examples/django_admin/manage.py demo $(ARGS)

soak: $(READY) ## run the reliability tests at full length, and the property tests with many seeds
	$(if $(USUAL),,BCORM_SOAK=1 $(BIN)/python -m pytest tests/reliability tests/session $(ARGS))
	$(BIN)/python -m tools.soak --seeds $(SEEDS) $(if $(USUAL),--usual) $(if $(SHARE),--share $(SHARE)) -n $(WORKERS)

drift: $(READY) ## compare the declarations with the official specs, both ways
	$(BIN)/python -m tools.drift $(ARGS)

docs: $(READY) ## build the site into docs/_build/html; a warning is an error
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs docs/_build/html

dist: $(READY) ## build the wheel and the sdist, and check both
	rm -rf build dist
	$(BIN)/python -m build --no-isolation --outdir dist
	$(BIN)/python -m twine check --strict dist/*

changelog: $(READY) ## show what the files in changelog.d make (ARGS=--yes writes it)
	$(BIN)/python -m towncrier build $(or $(ARGS),--draft) \
		--version "$$($(BIN)/python -c 'import bcorm; print(bcorm.__version__)')"

lock: $(READY) ## write down anew what bcorm runs with (ARGS=--upgrade takes the newest of all)
	$(BIN)/python -m tools.lock $(ARGS)

coverage-api: $(READY) ## call every operation of the official specs, and count (ARGS=pattern)
	$(BIN)/python -m tools.coverage_api $(ARGS)

bench: $(READY) ## compare with the official client and bare requests
	$(BIN)/python benchmarks/run.py $(ARGS)

clean: ## remove what the other targets made
	rm -rf $(VENV) $(LOWEST) $(LATEST) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .nox
	rm -rf docs/_build docs/reference/generated
