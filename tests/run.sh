#!/bin/sh
# Every check of tenor in one command, on a machine with python3 (venv) and a C++20 compiler: `sh tests/run.sh`.
# Makes its own environment under build/, so that a second run is quick; needs neither root nor any other package.
set -eu
cd "$(dirname "$0")/.."
step() { printf '\n== %s\n' "$*"; }

step "environment (build/venv)"
[ -x build/venv/bin/python ] || python3 -m venv build/venv
PATH="$PWD/build/venv/bin:$PATH"
export PATH PIP_DISABLE_PIP_VERSION_CHECK=1
wanted="$(cat pyproject.toml tests/run.sh | cksum)"
if [ "$(cat build/venv/installed 2>/dev/null || true)" != "$wanted" ]; then
  # The build requirements are installed here, and the build is not isolated, so that its folder can be kept.
  python - <<'PY' > build/requirements.txt
import tomllib

with open("pyproject.toml", "rb") as f:
    project = tomllib.load(f)
extras = project["project"]["optional-dependencies"]


def expanded(extra):  # an extra may name others: tenor[html,plot]
    for wanted in extras[extra]:
        if wanted.startswith("tenor["):
            for name in wanted[len("tenor[") : -1].split(","):
                yield from expanded(name)
        else:
            yield wanted


print("cmake>=3.24", "ninja", "wheel", *project["build-system"]["requires"], sep="\n")
print(*project["project"]["dependencies"], *dict.fromkeys(expanded("test")), sep="\n")
PY
  python -m pip install -q -r build/requirements.txt
  printf %s "$wanted" > build/venv/installed
fi

step "GoogleTest"
gtest_installed() {
  for folder in /usr/lib/*/cmake/GTest /usr/lib/cmake/GTest /usr/local/lib/cmake/GTest; do
    if [ -d "$folder" ]; then return 0; fi
  done
  return 1
}
if gtest_installed; then
  echo "the system's"
elif [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null &&
  { apt-get install -qq -y libgtest-dev || { apt-get update -qq && apt-get install -qq -y libgtest-dev; }; } >/dev/null 2>&1; then
  echo "installed by apt-get"
else
  echo "CMake downloads a pinned release"
fi

# Two processes, not one for each test: the shipped models are read once in each.
run_cpp_tests() {
  for shard in 0 1; do
    (GTEST_TOTAL_SHARDS=2 GTEST_SHARD_INDEX=$shard timeout 900 "build/$1/tests/cpp/tenor_tests" --gtest_brief=1 \
      > "build/gtest-$1-$shard.log" 2>&1 || echo "exit status $?" >> "build/gtest-$1-$shard.log") &
  done
  wait
  if grep -q 'exit status' "build/gtest-$1-0.log" "build/gtest-$1-1.log"; then
    cat "build/gtest-$1-0.log" "build/gtest-$1-1.log"
    exit 1
  fi
}
passed() { cat "build/gtest-$1-0.log" "build/gtest-$1-1.log" | awk '/PASSED/ {sum += $4} END {print sum " tests passed"}'; }

site="$(python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"
for preset in dev asan tsan; do
  step "C++ tests, preset $preset"
  cmake --preset "$preset" -DCMAKE_PREFIX_PATH="$site" > build/configure.log || { cat build/configure.log; exit 1; }
  cmake --build --preset "$preset"
  run_cpp_tests "$preset"
  passed "$preset"
done

step "package"
python -m pip install -q --no-build-isolation --no-deps --force-reinstall --config-settings=build-dir=build/pkg .

step "lint and types"
ruff check .
ruff format --check .
find cpp tests/cpp -name '*.h' -o -name '*.cpp' | xargs clang-format --dry-run -Werror
mypy
python -m mypy.stubtest tenor._core --allowlist tests/stubtest.txt

step "Python tests, README and notebooks"
python -m pytest -q --nbmake tests/python $(ls notebooks/*.ipynb 2>/dev/null)

step "all passed"
for preset in dev asan tsan; do
  echo "C++ ($preset): $(passed "$preset")"
done
