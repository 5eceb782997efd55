# make demo: install refkit here, check references.bib and format it in three styles.
# make test: install what the tests need and run them.
# Needs make and Python 3.11 or later; `make test PYTHON=python3.13` chooses another interpreter.

NEW_ENOUGH = -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python $(NEW_ENOUGH) && echo $$python && break; done)
VENV = .venv
BIN = $(VENV)/bin

.PHONY: demo test clean

demo: $(VENV)/.installed
	$(BIN)/refkit check references.bib
	@for style in apa mla ieee; do \
		printf '\n--- %s ---\n\n' $$style; \
		$(BIN)/refkit format references.bib --style $$style || exit 1; \
	done

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest -n auto $(TESTS)

$(VENV)/bin/python:
	@$(or $(PYTHON),false) $(NEW_ENOUGH) || { \
		echo 'refkit needs Python 3.11 or later; name one with: make PYTHON=/path/to/python3'; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .venv-* build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
