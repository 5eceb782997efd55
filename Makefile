# make demo: install refkit here, check and fix docs/example.bib, format references.bib in three styles.
# make test: install what the tests need and run them.
# Needs make and Python 3.11 or later; `make test PYTHON=python3.13` chooses another interpreter.

NEW_ENOUGH = -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python $(NEW_ENOUGH) && echo $$python && break; done)
VENV = .venv
BIN = $(VENV)/bin

.PHONY: demo test clean

# Print a command and run it. `try` accepts exit code 1: problems were found.
run = @printf '\n$$ %s\n\n' '$(1)' && $(BIN)/$(1)
try = $(run) || [ $$? -eq 1 ]

demo: $(VENV)/.installed
	$(call try,refkit check docs/example.bib)
	$(call try,refkit check docs/example.bib --fix --unsafe-fixes --diff)
	$(call run,refkit check references.bib)
	$(call run,refkit format references.bib --style apa)
	$(call run,refkit format references.bib --style mla)
	$(call run,refkit format references.bib --style ieee)

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
