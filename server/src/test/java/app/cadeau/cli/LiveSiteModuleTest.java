package app.cadeau.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.LocalSite;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSiteModuleTest {

    @TempDir
    Path home;

    /** A program that starts a simulator and then does nothing: something to kill. */
    static final class Owner {
        public static void main(String[] log) throws InterruptedException {
            System.setProperty(SimulatorProcess.CLASS_PATH, System.getProperty("java.class.path"));
            try (var simulator = SimulatorProcess.start(0, Path.of(log[0]))) {
                simulator.awaitReady();
                System.out.println(simulator.pid());
                Thread.currentThread().join();
            }
        }
    }

    @Test
    void aDaemonThatIsKilledLeavesNoSimulatorBehind() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var owner = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        home.resolve("simulator.log").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var simulator =
                ProcessHandle.of(Long.parseLong(owner.inputReader().readLine())).orElseThrow();
        assertThat(simulator.isAlive()).isTrue();
        owner.destroyForcibly();
        simulator.onExit().get(20, TimeUnit.SECONDS);
    }

    @Test
    void takesNoOtherProgramForTheSimulator() throws Exception {
        try (var other = new LocalSite(call -> LocalSite.answer(call, 200, "text/html", ""))) {
            assertThatThrownBy(() -> LiveSite.of(world(), other.url().getPort()))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("not Cadeau's simulator")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void takesASimulatorThatRunsAlready() {
        try (var simulator = Simulator.start(Settings.defaults().withPort(0).withCrowd(0));
                var site = LiveSite.of(world(), simulator.port())) {
            site.awaitReady();
            assertThat(site.address()).hasToString(simulator.url());
        }
    }

    private World world() {
        return new World(Map.of("CADEAU_HOME", home.toString()), System.out, System.err, false);
    }
}
