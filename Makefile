# Two commands: `make run` takes a call of the order hotline at this terminal, `make test` runs every test.
# Both share one debug build in .build, the place where `swift build` has it.

dialtone := .build/debug/dialtone

.PHONY: run test setup

run: setup
	swift build
	$(dialtone) run flows/order-hotline

# One test after the other: some measure time, and the script engine's keep every processor busy.
test: setup
	swift format lint --strict --recursive Sources Tests Plugins Package.swift
	swift test --no-parallel
	$(dialtone) test flows

setup:
	.setup/install
