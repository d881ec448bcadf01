# The commands of CONTRIBUTING.md, short. They use the environment in .venv, or the one in BIN: `make test BIN=`.
BIN ?= .venv/bin/
.PHONY: test lint types layers docs coverage bench fuzz mutate

test:     ; $(BIN)python -m pytest -q
lint:     ; $(BIN)ruff check . && $(BIN)ruff format --check .
types:    ; $(BIN)python -m mypy
layers:   ; $(BIN)lint-imports --no-logo
docs:     ; $(BIN)python -m sphinx -q -W --keep-going -b html docs docs/_build/html
coverage: ; $(BIN)python -m pytest -q --cov
bench:    ; $(BIN)python -m benchmarks
fuzz:     ; HYPOTHESIS_PROFILE=deep $(BIN)python -m pytest -q
mutate:   ; $(BIN)mutmut run
