package app.cadeau.api;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.Accounts;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.Sends;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told of each account's lane: what it works on, or why it does not. */
@Component
class LaneLines {

    /** OPEN and OPENING are a LIVE's page that is there, or is being opened, without a send at work on it. */
    enum Work {
        SENDING,
        OPENING,
        OPEN,
        IDLE,
        SHUT
    }

    /**
     * @param streamer whose LIVE it is at
     * @param send what it works on
     * @param since when that was asked for
     * @param shut why it takes no work
     */
    record Lane(
            String account,
            Work work,
            @Nullable String streamer,
            @Nullable String send,
            @Nullable Instant since,
            @Nullable String shut) {}

    private final Accounts accounts;
    private final Sends sends;

    LaneLines(Accounts accounts, Sends sends) {
        this.accounts = accounts;
        this.sends = sends;
    }

    List<Lane> all() {
        var running = sends.running();
        return accounts.list().stream().map(account -> lane(account, running)).toList();
    }

    private static Lane lane(Account account, List<Receipt> running) {
        var name = account.id().name();
        var shut = account.shut();
        var sending = running.stream()
                .filter(receipt -> name.equals(receipt.account()))
                .findFirst()
                .orElse(null);
        var work = shut != null ? Work.SHUT : sending == null ? Work.IDLE : Work.SENDING;
        return new Lane(
                name,
                work,
                sending == null ? null : sending.streamer(),
                sending == null ? null : sending.id().text(),
                sending == null ? null : sending.queuedAt(),
                shut == null ? null : shut.code() + ": " + shut.sentence());
    }
}
