package app.cadeau;

import app.cadeau.accounts.MasterKey;
import app.cadeau.livepage.LivePages;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.Trouble;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every room gets through its door: the clock, chance, and the master key. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    // Until the room livepage has hands of its own.
    @Bean
    @ConditionalOnMissingBean
    LivePages noPages() {
        return (account, streamer, deadline) ->
                new Opening.NotOpened(Trouble.BROWSER_LOST, "This version cannot open a LIVE page yet.");
    }

    @Bean
    MasterKey masterKey(Home home, Settings settings) {
        try {
            if (!settings.masterKey().isBlank()) {
                return MasterKey.given(settings.masterKey());
            }
            var file = settings.masterKeyFile();
            return file != null && !file.toString().isBlank()
                    ? MasterKey.from(file)
                    : MasterKey.madeIn(home.file("master.key"));
        } catch (IllegalArgumentException unusable) {
            throw new CannotStart("No sessions without their key: " + unusable.getMessage() + ".", unusable);
        }
    }
}
