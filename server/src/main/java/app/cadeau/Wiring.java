package app.cadeau;

import app.cadeau.accounts.KeyPlace;
import app.cadeau.accounts.MasterKey;
import app.cadeau.accounts.Unlocking;
import app.cadeau.browser.LetIn;
import app.cadeau.sends.Sends;
import app.cadeau.team.Consents;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What every room gets through its door: the clock, chance, and the master key. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    @Bean
    SteadyClock clock() {
        return new SteadyClock(InstantSource.system(), System::nanoTime);
    }

    /** Asked anew for each page: a consent that is withdrawn ends with the page that is open. */
    @Bean
    LetIn letIn(Consents consents) {
        return new LetIn(
                host -> consents.to(host).isPresent(), (host, account) -> consents.covers(host, account.name()));
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
    KeyPlace keyPlace(Home home, Settings settings) {
        try {
            var place = keyPlaceOf(home, settings);
            return settings.masterKeyOld().isBlank() ? place : place.afterKey(MasterKey.given(settings.masterKeyOld()));
        } catch (IllegalArgumentException unusable) {
            throw new CannotStart("No sessions without their key: " + unusable.getMessage() + ".", unusable);
        }
    }

    private static KeyPlace keyPlaceOf(Home home, Settings settings) {
        if (!settings.masterKey().isBlank()) {
            return KeyPlace.environment(MasterKey.given(settings.masterKey()));
        }
        var file = settings.masterKeyFile();
        return file != null && !file.toString().isBlank()
                ? KeyPlace.ownersFile(file)
                : KeyPlace.inHome(home.file("master.key"));
    }

    /** After the generation, which says first that this database has moved away. */
    @Bean
    @DependsOn("generation")
    MasterKey masterKey(KeyPlace place, JdbcClient writes, TransactionTemplate transaction, Settings settings) {
        try {
            return new Unlocking(writes, transaction, place, settings.masterKeyLost()).unlock();
        } catch (IllegalArgumentException | Unlocking.WrongKey unusable) {
            throw new CannotStart("No sessions without their key: " + unusable.getMessage() + ".", unusable);
        }
    }
}
