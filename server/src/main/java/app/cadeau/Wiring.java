package app.cadeau;

import app.cadeau.accounts.MasterKey;
import app.cadeau.sends.Sends;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every room gets through its door: the clock, chance, and the master key. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    @Bean
    SteadyClock clock() {
        return new SteadyClock(InstantSource.system(), System::nanoTime);
    }

    /** The owner's zone: days and months of budgets and statements begin at its midnight. */
    @Bean
    ZoneId zone() {
        return ZoneId.systemDefault();
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    /** For commands that only look or stop: what waits goes on waiting. Held before the queue opens. */
    @Bean
    @ConditionalOnProperty("cadeau.queue-held")
    SmartLifecycle heldQueue(Sends sends) {
        return new BeforeQueue(sends::hold);
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
