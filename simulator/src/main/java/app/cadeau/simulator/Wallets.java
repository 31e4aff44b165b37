package app.cadeau.simulator;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every account, by its session cookie. */
final class Wallets {

    private final Clock clock;
    private final Map<String, Wallet> bySession = new ConcurrentHashMap<>();
    private final Map<String, Wallet> byName = new ConcurrentHashMap<>();

    Wallets(List<Settings.Purse> purses, Clock clock) {
        this.clock = clock;
        purses.forEach(purse -> open(purse.session(), purse.name(), purse.coins()));
    }

    Wallet open(String session, String name, long coins) {
        Wallet wallet = byName.computeIfAbsent(name, fresh -> new Wallet(fresh, coins, clock));
        wallet.set(coins);
        bySession.put(session, wallet);
        return wallet;
    }

    Optional<Wallet> of(@Nullable String session) {
        return session == null ? Optional.empty() : Optional.ofNullable(bySession.get(session));
    }

    Optional<Wallet> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Ends the session: its cookie means nobody from now on. The coins stay. */
    void logOut(@Nullable String session) {
        if (session != null) {
            bySession.remove(session);
        }
    }

    /** Gives an ended session its account back. */
    void logIn(String session, String name) {
        named(name).ifPresent(wallet -> bySession.put(session, wallet));
    }

    List<Wallet> all() {
        return List.copyOf(byName.values());
    }
}
