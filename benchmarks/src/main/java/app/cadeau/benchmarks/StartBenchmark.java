package app.cadeau.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the launcher's own check costs, and how long the daemon takes until it is ready. */
final class StartBenchmark {

    private static final int CHECKS = 20;
    private static final int STARTS = 5;

    private StartBenchmark() {}

    static void run() {
        System.out.println("| start | ms, median | ms, most |\n|---|---|---|");
        print("launcher's own check, nothing changed (" + CHECKS + " runs)", checks());
        try (var desk = new Desk()) {
            var starts = new long[STARTS];
            for (int i = 0; i < STARTS; i++) {
                var began = System.nanoTime();
                try (var cadeau = new Cadeau(desk)) {
                    starts[i] = (System.nanoTime() - began) / 1_000_000;
                }
            }
            print("`./cadeau serve` to ready, new home (" + STARTS + " runs)", starts);
        }
    }

    // A JDK whose java does nothing: what remains is the launcher.
    private static long[] checks() {
        try {
            var jdk = Files.createTempDirectory("cadeau-no-jdk");
            Files.createDirectory(jdk.resolve("bin"));
            Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
            for (var name : List.of("java", "javac")) {
                Files.createSymbolicLink(jdk.resolve("bin", name), Path.of("/bin/true"));
            }
            var checks = new long[CHECKS];
            for (int i = 0; i < CHECKS; i++) {
                var began = System.nanoTime();
                var builder = new ProcessBuilder(Cadeau.launcher(), "send", "@demo");
                builder.environment().putAll(Map.of("JAVA_HOME", jdk.toString()));
                builder.start().waitFor();
                checks[i] = (System.nanoTime() - began) / 1_000_000;
            }
            return checks;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static void print(String name, long[] millis) {
        Arrays.sort(millis);
        System.out.println("| " + name + " | " + millis[millis.length / 2] + " | " + millis[millis.length - 1] + " |");
    }
}
