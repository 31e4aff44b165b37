package app.cadeau.browser;

import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.SessionVault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lanes of the daemon: sessions from the vault, processes written down in the home. */
@Configuration(proxyBeanMethods = false)
class BrowserConfig {

    @Bean(destroyMethod = "close")
    Lanes lanes(
            SessionVault vault,
            @Value("${cadeau.home}") Path home,
            @Value("${cadeau.engine.lanes}") int lanesOfAnEngine,
            @Value("${cadeau.engine.age}") Duration engineFor) {
        var register = new EngineFile(home.resolve("engines"));
        register.endFormer();
        var limits = new EngineLimits(lanesOfAnEngine, engineFor);
        return new Lanes(BrowserSettings.defaults(), sessions(vault), register, limits);
    }

    /** Windows for people to log in by hand: each has an engine of its own, and nothing is restored into it. */
    @Bean
    LoginWindows loginWindows(
            @Value("${cadeau.home}") Path home, @Value("${cadeau.login-window}") LoginWindows.Shown shown) {
        var register = new EngineFile(home.resolve("login-engines"));
        register.endFormer();
        return new LoginWindows(BrowserSettings.defaults(), shown, register, System.getenv());
    }

    private static StoredSessions sessions(SessionVault vault) {
        return new StoredSessions() {
            @Override
            public Optional<String> storageState(AccountId account) {
                return vault.storageState(account);
            }

            @Override
            public void saved(AccountId account, String storageState) {
                vault.saved(account, storageState);
            }
        };
    }
}
