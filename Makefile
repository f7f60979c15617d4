# Thin names. What they do stands in the scripts of infra/ and in `vinilogy`, the command line (crates/cli).
# Everything they install lies in .local/tools, everything they start keeps its data in .local.

.DEFAULT_GOAL := help
.PHONY: help up down test check queries bench deploy build

VINILOGY = "$${CARGO_TARGET_DIR:-target}/local/vinilogy"

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

up: build ## start everything, ingest the built-in world and show a listener's recommendations
	@infra/local/install
	@$(VINILOGY) up

down: ## stop what `up` started; the data stay (infra/local/stop --forget deletes them)
	@if [ -x $(VINILOGY) ]; then $(VINILOGY) down; else infra/local/stop; fi

test: ## set up and run every test
	@infra/local/test

check: ## formatting, lints, docs, generated code, dependencies, templates
	@infra/local/check

queries: ## generate crates/queries anew from crates/core/queries and the migrations
	@infra/local/queries

bench: ## the figures of the README, on release builds
	@infra/local/bench

deploy: ## to the cloud, with the credentials of the shell (infra/cloud/deploy says what is needed)
	@infra/cloud/deploy

build:
	@infra/local/build
