package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.livepage.BalanceReading;
import app.cadeau.livepage.LivePage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on after a send ended in REVIEW: on its own page, which is still open and whose gate is shut, until somebody
 * wants the account. Late answers, echoes and one reading of the wallet go to the same journal and the same verdict; they
 * may narrow what is unknown, and never widen it. That nothing came, or nothing is gone, says nothing.
 */
final class LateEvidence implements AutoCloseable {

    static final Duration ALTOGETHER = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(LateEvidence.class);
    private static final Duration WALLET_AFTER = Duration.ofSeconds(20);
    private static final Duration FOR_THE_WALLET = Duration.ofSeconds(4);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Workshop shop;
    private final AccountId account;
    private final SendId send;
    private final LivePage page;
    private final Aftermath after;
    private boolean walletRead;
    private boolean over;

    LateEvidence(Workshop shop, Account account, SendId send, LivePage page, Aftermath after) {
        this.shop = shop;
        this.account = account.id();
        this.send = send;
        this.page = page;
        this.after = after;
    }

    /**
     * Listens and closes; whatever breaks leaves the send in REVIEW.
     *
     * @param wanted whether an account has something else to do
     */
    static void hear(@Nullable LateEvidence late, Predicate<AccountId> wanted) {
        if (late == null) {
            return;
        }
        try (late) {
            late.hear(() -> wanted.test(late.account));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            log.warn("nothing more is listened for of send {}, which stays in REVIEW", late.send, failed);
        }
    }

    /** @param wanted whether the account has something else to do; then its echoes may be another send's */
    void hear(BooleanSupplier wanted) throws InterruptedException {
        var until = shop.in(ALTOGETHER);
        var walletAt = shop.in(WALLET_AFTER);
        while (!over && !after.intake().pageGone() && !wanted.getAsBoolean()) {
            var now = shop.clock().instant();
            if (now.isAfter(until)) {
                return;
            }
            var reading = now.isAfter(walletAt) ? readWallet() : null;
            if (takeAll() || reading != null) {
                weigh();
            }
            shop.books().read(account, reading);
        }
    }

    private boolean takeAll() throws InterruptedException {
        var heard = after.tally().evidence().size();
        var before = after.intake().shut();
        for (var news = page.next(GLANCE); news != null; news = page.next(Duration.ZERO)) {
            after.intake().take(news);
        }
        var risk = after.intake().shut();
        if (before == null && risk != null) {
            shop.shut(account, risk);
        }
        return after.tally().evidence().size() > heard;
    }

    /** Once, and only where coins that are gone can prove a gift; an account that is shut is left alone. */
    private @Nullable BalanceReading readWallet() {
        var terms = after.terms();
        if (walletRead || !terms.usedAlone() || !terms.gapsProve() || !open()) {
            return null;
        }
        walletRead = true;
        var reading = page.readWallet(shop.in(FOR_THE_WALLET));
        if (reading != null) {
            after.tally().note(Evidence.Reading.of(reading));
        }
        return reading;
    }

    private boolean open() {
        return shop.accounts().find(account).map(Account::open).orElse(false);
    }

    private void weigh() {
        var row = shop.rows().find(send).orElseThrow();
        var known = row.outcome();
        // As after a crash: coins prove nothing here unless an answer has borne out the first reading.
        var verdict = new CutSend(row, after.tally().evidence()).verdict(List.of());
        if (row.state() != SendState.REVIEW) {
            over = true; // a person was faster
        } else if (verdict.unknown() < known.unknown()) {
            var most = known.confirmed() + known.unknown();
            if (verdict.confirmed() < known.confirmed() || verdict.confirmed() + verdict.unknown() > most) {
                log.warn(
                        "send {}: late evidence contradicts what was known, and is left to a person: {}",
                        send,
                        verdict);
                over = true;
            } else {
                write(row, verdict);
            }
        }
    }

    private void write(SendRow row, Verdict verdict) {
        var now = shop.clock().instant();
        var stopped = after.ending().stopped();
        var end = SendState.endOf(row.quantity(), verdict.confirmed(), verdict.unknown(), stopped);
        var outcome = SendRow.Outcome.of(verdict, after.tally(), reason(end, verdict), now);
        var moved = after.pen()
                .finish(
                        after.tally(),
                        now,
                        () -> end == SendState.REVIEW
                                ? shop.books().narrow(row, outcome)
                                : shop.books().end(row, SendState.REVIEW, end, outcome));
        over = !moved || end != SendState.REVIEW;
        if (moved) {
            remember(verdict, now);
            log.info(
                    "send {}: evidence that came late: now {}, {} of {} confirmed, {} unknown",
                    send,
                    end,
                    verdict.confirmed(),
                    row.quantity(),
                    verdict.unknown());
        }
    }

    private @Nullable Reason reason(SendState end, Verdict verdict) {
        return end == SendState.CONFIRMED && verdict.excess() == 0
                ? null
                : after.ending().told(verdict, after.terms());
    }

    private void remember(Verdict verdict, Instant now) {
        after.remember(shop.groups(), account, verdict, now);
        if (verdict.excess() > 0) {
            shop.shut(account, Reason.excess(verdict.excess()));
        }
    }

    @Override
    public void close() {
        page.close();
    }
}
