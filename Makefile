.DEFAULT_GOAL := help
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
RUNNABLE := $(VENV)/.runnable
WORKERS ?= auto
SEEDS ?= 20

.PHONY: help demo test test-django check admin soak drift docs dist coverage-api bench clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(RUNNABLE): setup.cfg
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[cli]'
	@touch $@

$(READY): $(RUNNABLE) setup.cfg pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

demo: $(RUNNABLE) ## start a local store, query it, change it (CATALOG=path loads that catalog)
	$(BIN)/python -m bcorm demo $(if $(CATALOG),--catalog '$(CATALOG)')

test: $(READY) ## run the test suite
	$(BIN)/python -m pytest -n $(WORKERS) -m 'not alone' $(ARGS)
	$(BIN)/python -m pytest -m alone $(ARGS) || [ $$? -eq 5 ]

test-django: $(READY) ## run the Django admin's tests on every line of Django
	$(BIN)/python tools/django_versions.py $(ARGS)

check: $(READY) ## lint, format, types, import directions, docstrings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m tools.docstrings

admin: $(READY) ## serve the example Django admin over a local store
	$(BIN)/python examples/django_admin/manage.py demo $(ARGS)

soak: $(READY) ## run the reliability tests at full length, and the property tests with many seeds
	BCORM_SOAK=1 $(BIN)/python -m pytest tests/reliability tests/session $(ARGS)
	$(BIN)/python -m tools.soak --seeds $(SEEDS) -n $(WORKERS)

drift: $(READY) ## compare the declarations with the official specs, both ways
	$(BIN)/python -m tools.drift $(ARGS)

docs: $(READY) ## build the site into docs/_build/html; a warning is an error
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs docs/_build/html

dist: $(READY) ## build the wheel and the sdist, and check both
	rm -rf build dist
	$(BIN)/python -m build --outdir dist
	$(BIN)/python -m twine check --strict dist/*

coverage-api: $(READY) ## call every operation of the official specs, and count (ARGS=pattern)
	$(BIN)/python -m tools.coverage_api $(ARGS)

bench: $(READY) ## compare with the official client and bare requests
	$(BIN)/python benchmarks/run.py $(ARGS)

clean: ## remove what the other targets made
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .nox
	rm -rf docs/_build docs/reference/generated
