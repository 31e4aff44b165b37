# Sourced by ./cadeau bench: compiles the benchmarks and runs one of them against the programs just built.
# The queue is measured from inside, on both databases: PostgreSQL comes with the tests, so it runs as one of them.
if [ "${1:-}" = queue ]; then
  cd "$root" && exec ./mvnw -q -B -ntp -pl server -am test -Dtest=QueueBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip=true -Dtests.quiet=false "-Dtests.argLine=-Dbench.sends=${2:-100000}"
fi
# Torture too: the real daemon is killed by a test that has both databases.
if [ "${1:-}" = torture ]; then
  cd "$root" && exec ./mvnw -q -B -ntp -pl server -am test -Dtest=TortureJourney -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip=true -Dtests.quiet=false "-Dtests.argLine=-Dcadeau.rounds=${2:-100} -Dcadeau.seed=${3:-11}"
fi
# Worlds from seeds: a number of them from one on, so that a failing one is played again; and how soon a planted mistake is found.
if [ "${1:-}" = seeds ]; then
  cd "$root" && exec ./mvnw -q -B -ntp -pl server -am test '-Dtest=SeedsModuleTest#*Worlds*' -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip=true -Dtests.quiet=false "-Dtests.argLine=-Dcadeau.seeds=${2:-1000} -Dcadeau.seed=${3:-1}"
fi
if [ "${1:-}" = mistakes ]; then
  set -o pipefail
  cd "$root" && ./mvnw -q -B -ntp -pl server -am test '-Dtest=SeedsModuleTest#aMistakeIsFound' -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip=true -Dtests.quiet=false | grep -E 'found|FAIL|BUILD'
  exit
fi
# Deaths of single parts, so that a page can be looked at from inside.
if [ "${1:-}" = deaths ]; then
  cd "$root" && exec ./mvnw -q -B -ntp -pl server -am test -Dtest=DeathsJourney -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip=true -Dtests.quiet=false "-Dtests.argLine=-Dcadeau.deaths=${2:-20}"
fi
# And stops under trouble: what is in the way is a database, a browser or a driver of the test's own.
if [ "${1:-}" = barrier ]; then
  cd "$root" && exec ./mvnw -q -B -ntp -pl server -am test '-Dtest=StopUnderTroubleJourney,StopBySignalJourney' \
    -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true -Dtests.quiet=false "-Dtests.argLine=-Dcadeau.stops=${2:-25}"
fi
# The pages too: their journeys have the lived-in home, the Chromium and the script that notes what a load costs.
if [ "${1:-}" = pages ]; then
  cd "$root" && exec ./mvnw -q -B -ntp -pl server -am test -Dtest=PagesBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip=true -Dtests.quiet=false "-Dtests.argLine=-Dbench.runs=${2:-5}"
fi
# docs/openapi.json, as the daemon of this build says it.
if [ "${1:-}" = openapi ]; then
  cd "$root" && exec ./mvnw -q -B -ntp -pl server -am test -Dtest=OpenApiModuleTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip=true -Dtests.argLine=-Dcadeau.openapi=write
fi
if [ "${1:-}" = screenshots ]; then
  cd "$root" && exec ./mvnw -q -B -ntp -pl server -am test -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip=true -Dtests.quiet=false "-Dtests.argLine=-Dcadeau.screenshots=$root/docs/screenshots"
fi
bench_log="$own/bench-build.log"
(cd "$root" && ./mvnw -B -ntp -pl benchmarks -am -Dmaven.test.skip=true -Dspotless.check.skip=true package) >"$bench_log" 2>&1 </dev/null ||
  { tail -n 20 "$bench_log" >&2 && fail "the benchmarks do not build (target/launcher/bench-build.log)"; }
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx256m "-Dcadeau.launcher=$root/cadeau" \
  "-Dcadeau.simulator.classpath=$app/simulator/*" -cp "$root/benchmarks/target/classes:$root/benchmarks/target/lib/*" \
  app.cadeau.benchmarks.Benchmarks "$@"
