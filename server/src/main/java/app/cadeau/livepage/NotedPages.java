package app.cadeau.livepage;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Checkups;
import app.cadeau.accounts.Seen;
import app.cadeau.live.StreamerName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Opens LIVEs as another does, and notes what is seen of the log-in: a proof at most once a minute, a log-out always. A page
 * of somebody else than before is not handed out.
 */
final class NotedPages implements LivePages {

    private static final Logger LOG = LoggerFactory.getLogger(NotedPages.class);
    private static final Duration APART = Duration.ofMinutes(1);

    private final LivePages pages;
    private final Checkups checkups;

    NotedPages(LivePages pages, Checkups checkups) {
        this.pages = pages;
        this.checkups = checkups;
    }

    @Override
    public Opening open(Account account, StreamerName streamer, Instant deadline) {
        var opening = pages.open(account, streamer, deadline);
        try {
            return noted(account.id(), opening);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("the log-in of {} could not be noted: {}", account.id(), away.getMessage());
            return opening;
        }
    }

    private Opening noted(AccountId account, Opening opening) {
        return switch (opening) {
            case Opening.Opened(var page) ->
                proved(account, page).<Opening>map(shut -> refused(page, shut)).orElse(opening);
            case Opening.NotOpened(var trouble, var seen, var kept) -> {
                if (trouble == Trouble.LOGGED_OUT) {
                    checkups.loggedOut(account, seen);
                }
                yield opening;
            }
        };
    }

    private Optional<Account.Shut> proved(AccountId account, LivePage page) {
        var facts = page.facts();
        var reading = facts.balance();
        return reading == null || isKnown(account, facts.ownUserId(), reading.at())
                ? Optional.empty()
                : checkups.proved(account, facts.ownUserId(), reading.coins(), reading.at());
    }

    private boolean isKnown(AccountId account, @Nullable String userId, Instant at) {
        return checkups.seen(account)
                .filter(Seen::loggedIn)
                .filter(seen -> userId == null || userId.equals(seen.userId()))
                .map(Seen::provedAt)
                .filter(proved -> at.isBefore(proved.plus(APART)))
                .isPresent();
    }

    /** Whose page this is, is not the account that was asked for: nothing is done with it. */
    private static Opening refused(LivePage page, Account.Shut shut) {
        page.close();
        return new Opening.NotOpened(Trouble.LOGGED_OUT, shut.sentence());
    }

    @Override
    public boolean onThisMachine() {
        return pages.onThisMachine();
    }

    @Override
    public void prepare(Account account, StreamerName streamer, Instant deadline) {
        pages.prepare(account, streamer, deadline);
    }

    @Override
    public void forget(AccountId account) {
        pages.forget(account);
    }

    @Override
    public LivePages reading(List<String> designs) {
        return new NotedPages(pages.reading(designs), checkups);
    }
}
