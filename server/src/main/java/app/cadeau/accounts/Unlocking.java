package app.cadeau.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds at the start the master key that the sessions are wrapped with, and ends a rotation that broke off. A key that
 * does not fit changes nothing: the start is refused with a sentence.
 */
public final class Unlocking {

    private static final Logger log = LoggerFactory.getLogger(Unlocking.class);

    /** No key at hand opens these sessions. The message is for a person. */
    public static final class WrongKey extends RuntimeException {

        private static final long serialVersionUID = 1;

        WrongKey(String sentence) {
            super(sentence);
        }
    }

    private final WrappedKeys rows;
    private final TransactionTemplate transaction;
    private final KeyPlace place;
    private final boolean lost;

    /** @param lost a person says that the key is lost for good: sessions that do not open are wiped */
    public Unlocking(JdbcClient writes, TransactionTemplate transaction, KeyPlace place, boolean lost) {
        this.rows = new WrappedKeys(writes);
        this.transaction = transaction;
        this.place = place;
        this.lost = lost;
    }

    public MasterKey unlock() {
        var sealed = rows.all();
        var current = place.current().orElse(null);
        var next = place.next().orElse(null);
        if (next != null && sealed.stream().anyMatch(row -> row.open(next) != null)) {
            wrapAnew(sealed, next, others(next, current));
            place.adopt();
            return next;
        }
        var key = current == null ? make(sealed) : current;
        wrapAnew(sealed, key, others(key, next));
        place.discard();
        return key;
    }

    private MasterKey make(List<WrappedKeys.Row> sealed) {
        if (!place.mayMake()) {
            throw new WrongKey("the master key file " + place + " is not there");
        }
        if (!sealed.isEmpty() && !lost) {
            throw new WrongKey(
                    "the master key " + place + " is gone, and " + names(sealed) + " sealed with it" + way());
        }
        return place.make();
    }

    private List<MasterKey> others(MasterKey key, @Nullable MasterKey another) {
        var others = new ArrayList<>(place.former());
        if (another != null && another != key) {
            others.add(another);
        }
        return others;
    }

    private void wrapAnew(List<WrappedKeys.Row> sealed, MasterKey key, List<MasterKey> others) {
        Map<WrappedKeys.Row, byte[]> found = new HashMap<>();
        var shut = new ArrayList<WrappedKeys.Row>();
        for (var row : sealed) {
            if (row.open(key) == null) {
                others.stream()
                        .map(row::open)
                        .filter(opened -> opened != null)
                        .findFirst()
                        .ifPresentOrElse(opened -> found.put(row, opened), () -> shut.add(row));
            }
        }
        if (!shut.isEmpty() && !lost) {
            throw new WrongKey(
                    "the master key " + place + " is another one than " + names(shut) + " sealed with" + way());
        }
        transaction.executeWithoutResult(status -> {
            found.forEach((row, opened) -> rows.wrap(row.account(), opened, key));
            shut.forEach(row -> rows.forget(row.account()));
        });
        if (!shut.isEmpty()) {
            log.warn("the master key is lost: {} wiped; import or log in anew", names(shut));
        }
        if (!found.isEmpty()) {
            log.info("{} sessions were wrapped anew by the master key {}", found.size(), place);
        }
    }

    private static String names(List<WrappedKeys.Row> sealed) {
        var names = sealed.stream().map(row -> row.account().name()).collect(Collectors.joining(", "));
        return sealed.size() == 1 ? "the session of account " + names + " is" : "the sessions of " + names + " are";
    }

    private static String way() {
        return "; nothing was changed. Put the right key back, or give it as CADEAU_MASTER_KEY_OLD beside a new one; if it"
                + " is lost for good, start once with CADEAU_MASTER_KEY_LOST=true: those sessions are wiped, and each"
                + " account is logged in or imported anew";
    }
}
