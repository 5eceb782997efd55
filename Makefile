# make demo: install refkit here, check references.bib and print it in three styles.
# make test: install what the tests need and run them.
# Needs Python 3.11 or later and make; PYTHON=python3.13 chooses another interpreter.

PYTHON ?= python3
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
	$(BIN)/python -m pytest

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "refkit needs Python 3.11 or later; this is " + sys.version.split()[0] + " (choose another with: make PYTHON=python3.12)")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .refkit_cache
