# Two commands matter on a fresh machine: `make run` and `make test`. PORT and DATA_DIR in the environment are passed on.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help install install-tests run test test-long check bench services client lock clean

IN_VENV := .venv/bin/python

help: ## say what there is
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' Makefile | expand -t 20

install: ## environment, locked dependencies, built pages (what run and test both need)
	@python=$$(tools/find_python.sh) && "$$python" -m tools.install

run: install ## serve on 127.0.0.1:8000 with demo data; PORT and DATA_DIR change where
	@exec .venv/bin/contract-platform serve

install-tests:
	@python=$$(tools/find_python.sh) && "$$python" -m tools.install --tests

test: install-tests ## set up whatever the tests need and run all of them
	@exec $(IN_VENV) -m tools.run_tests

test-long: install-tests ## the same with the tests that take longer
	@exec $(IN_VENV) -m tools.run_tests --long

check: install-tests ## format, lint, types, import rules; under a minute
	@exec $(IN_VENV) -m tools.check

bench: install-tests ## measure against bare libraries and print JSON
	@exec $(IN_VENV) -m bench

services: install-tests ## throw-away PostgreSQL, Redis and S3 until Ctrl-C
	@exec $(IN_VENV) -m tests.services

client: install ## write the pages' API types anew from the running code
	@exec $(IN_VENV) -m tools.generate_client

lock: install ## compile requirements/ anew from pyproject.toml; LOCK=--upgrade takes newer versions
	@$(IN_VENV) -m pip install --quiet --require-hashes -r requirements/lock.txt
	@$(IN_VENV) -m tools.lock $(LOCK)

clean: ## remove what install and the checks made; run-time data under var/ stays
	rm -rf .venv frontend/node_modules contract_platform/web/static
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
