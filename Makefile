# Two commands for everyone: `make run` and `make test`. CONTRIBUTING.md says what else there is.
.DEFAULT_GOAL := run
.PHONY: run test test-cluster reports build static packages lint bench bench-check clean

MEDAID := .build/release/medaid
BENCH := .build/release/medaid-bench

# Simulates the default scenario into reports/.
run: build
	$(MEDAID) run --output reports

# Renews the sample output that lies in the repository.
reports: run
	$(MEDAID) validate --output reports

build: packages
	swift build -c release --product medaid

# Libraries and tools from Debian, where they are missing.
packages:
	@sh scripts/install-packages.sh

# One executable that needs nothing on the machine it is copied to: .build-static/medaid.
static: packages
	sh scripts/build-static.sh

lint:
	swift format lint --strict -r Sources Tests Benchmarks Package.swift

# What must hold before a change is taken.
test: packages lint
	@sh scripts/build-tests.sh
	swift test --skip-build -Xswiftc -O
	swift build -c release --product medaid
	swift build -c release --product medaid-bench
	python3 -B Tests/Schemas/test_schemas.py
	sh scripts/check-oracle.sh $(MEDAID)
	sh scripts/check-second-engine.sh $(BENCH)
	sh scripts/check-reports.sh $(MEDAID)

# Compares the speed with plain C (Benchmarks/README.md); bench-check fails where a ratio passes its limit.
bench bench-check: build
	swift build -c release --product medaid-bench
	python3 -B Benchmarks/bench.py $(BENCH) $(MEDAID) $(if $(filter bench-check,$@),--check)

# Shards on a Slurm of its own, with a node that dies; installs slurm-wlm and munge where they are missing.
test-cluster: build
	@sh scripts/install-cluster.sh
	@sh scripts/test-cluster.sh $(MEDAID)

clean:
	rm -rf .build .build-static
