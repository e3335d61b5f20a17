# The two commands for a fresh machine are 'make demo' and 'make test'.

CONFIG  := -c release
BIN     := .build/release
CASEGATE := $(BIN)/casegate
PACKAGES := libpcre2-dev libarchive-dev zlib1g-dev libbz2-dev liblzma-dev libzstd-dev liblz4-dev
# What the tests hold the results against.
TOOLS    := python3 tar gzip bzip2 xz zstd lz4 cpio 7z curl
# Servers that the examples for scripts are run against.
SERVERS  := openssh-server openssh-client nginx-light python3-venv

.PHONY: demo test check build deps servers lint rules bench quality fuzz docs clean

demo: build
	@sh Scripts/demo.sh $(CASEGATE) $(BIN)/casegate-fixtures

test: deps servers
	swift build $(CONFIG) --build-tests
	swift test $(CONFIG) --skip-build
	@sh Scripts/interop.sh $(CASEGATE)
	@sh Scripts/integrations.sh $(CASEGATE)
	@sh Scripts/example.sh $(CASEGATE)

# Everything that CI runs.
check: lint test rules

build: deps
	swift build $(CONFIG) --product casegate
	swift build $(CONFIG) --product casegate-fixtures

# Programs only: what is installed here as a service is stopped, and does not start with the machine.
servers:
	@if ! dpkg -s $(SERVERS) >/dev/null 2>&1; then \
	  known=$$(for s in ssh nginx; do systemctl is-enabled $$s 2>/dev/null; done); $(call install,$(SERVERS)); \
	  case $$known in *enabled*) ;; *) sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	    $$sudo systemctl disable --now ssh nginx >/dev/null 2>&1 || true ;; esac; fi

# Installs those packages of a list that are missing.
install = missing=""; for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  echo "installing$$missing"; $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $$missing; fi

# Installs what is missing; a machine that has everything needs no rights and no network.
deps:
	@$(call install,$(PACKAGES))
	@missing=""; for t in $(TOOLS); do command -v $$t >/dev/null || missing="$$missing $$t"; done; \
	missing=$$(echo "$$missing" | sed 's/\bxz\b/xz-utils/; s/\b7z\b/p7zip-full/'); \
	if [ -n "$$missing" ]; then \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $$missing; fi
	@command -v swift >/dev/null || { echo "Swift 6.2 or newer is needed: https://www.swift.org/install"; exit 1; }

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

rules: build
	$(CASEGATE) rules check

bench: build
	swift build $(CONFIG) --product casegate-bench
	$(BIN)/casegate-bench 64 $(CASEGATE)

# Damaged archives for a minute: SECONDS and SEED say how long and which.
SECONDS := 60
fuzz: deps
	swift build $(CONFIG) --product casegate-fuzz
	$(BIN)/casegate-fuzz $(SECONDS) $(SEED)

quality: deps
	swift build $(CONFIG) --product casegate-quality
	$(BIN)/casegate-quality
	$(BIN)/casegate-quality --issues Fixtures/issues

# The library's documentation, as a DocC archive.
docs: deps
	rm -rf .build/docs && mkdir -p .build/docs/all .build/docs/kit
	swift build $(CONFIG) --target CaseGateKit --scratch-path .build/docs/build \
	  -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc $(CURDIR)/.build/docs/all
	cp .build/docs/all/CaseGateKit*.json .build/docs/kit
	docc convert Sources/CaseGateKit/CaseGateKit.docc --fallback-display-name CaseGateKit \
	  --fallback-bundle-identifier example.casegate --additional-symbol-graph-dir .build/docs/kit \
	  --output-dir .build/docs/CaseGateKit.doccarchive

clean:
	rm -rf .build Fixtures/generated
