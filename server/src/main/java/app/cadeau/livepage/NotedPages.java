package app.cadeau.livepage;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Checkups;
import app.cadeau.live.StreamerName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Opens LIVEs as another does, and notes what is seen of the log-in: a proof at most once a minute, a log-out always. */
final class NotedPages implements LivePages {

    private static final Logger LOG = LoggerFactory.getLogger(NotedPages.class);
    private static final Duration APART = Duration.ofMinutes(1);

    private final LivePages pages;
    private final Checkups checkups;
    private final Map<AccountId, Instant> noted;

    NotedPages(LivePages pages, Checkups checkups) {
        this(pages, checkups, new ConcurrentHashMap<>());
    }

    private NotedPages(LivePages pages, Checkups checkups, Map<AccountId, Instant> noted) {
        this.pages = pages;
        this.checkups = checkups;
        this.noted = noted;
    }

    @Override
    public Opening open(Account account, StreamerName streamer, Instant deadline) {
        var opening = pages.open(account, streamer, deadline);
        try {
            note(account.id(), opening);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("the log-in of {} could not be noted: {}", account.id(), away.getMessage());
        }
        return opening;
    }

    private void note(AccountId account, Opening opening) {
        switch (opening) {
            case Opening.Opened(var page) -> {
                var reading = page.facts().balance();
                if (reading != null && due(account, reading.at())) {
                    var unused = checkups.proved(account, page.facts().ownUserId(), reading.coins(), reading.at());
                }
            }
            case Opening.NotOpened(var trouble, var seen, var kept) -> {
                if (trouble == Trouble.LOGGED_OUT) {
                    noted.remove(account);
                    checkups.loggedOut(account, seen);
                }
            }
        }
    }

    private boolean due(AccountId account, Instant at) {
        var last = noted.get(account);
        if (last != null && at.isBefore(last.plus(APART))) {
            return false;
        }
        noted.put(account, at);
        return true;
    }

    @Override
    public void forget(AccountId account) {
        noted.remove(account);
        pages.forget(account);
    }

    @Override
    public LivePages reading(List<String> designs) {
        return new NotedPages(pages.reading(designs), checkups, noted);
    }
}
