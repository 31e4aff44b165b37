package app.cadeau.sends;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a send did, with its witnesses; the fields and their order are the contract's. While a send runs it tells what is
 * known so far.
 *
 * @param confirmed gifts that a witness proves
 * @param unknown gifts that may have landed and cannot be proved either way
 * @param presses presses made on the page; a press is not a gift
 * @param coinsSpent coins of confirmed gifts only
 * @param coinsInDoubt coins of unknown gifts
 * @param excess gifts beyond the count, that the browser itself repeated below the gate
 * @param evidence the folder with what was kept of a page that could not be used, or null
 * @param queuePosition of a send that waits: its place among those of its account, 1 goes next; else null
 * @param campaign of which this send is one account's share, or null
 * @param member who asked for it, or null
 * @param waitingFor what keeps a waiting send that would be its account's next, or null
 * @param cpsAchieved (presses − 1) ÷ (last − first press), null under 2 presses
 */
public record Receipt(
        SendId id,
        SendState state,
        String streamer,
        @Nullable String account,
        GiftLine gift,
        int requested,
        int confirmed,
        int unknown,
        int presses,
        long coinsSpent,
        long coinsInDoubt,
        int excess,
        @Nullable Long balanceBefore,
        @Nullable Long balanceAfter,
        double cpsRequested,
        @Nullable Double cpsAchieved,
        Witnesses witnesses,
        @Nullable Reason reason,
        Instant queuedAt,
        @Nullable Instant firstPressAt,
        @Nullable Instant finishedAt,
        @Nullable String evidence,
        Priority priority,
        @Nullable Integer queuePosition,
        @Nullable CampaignId campaign,
        @Nullable String member,
        @Nullable WaitingFor waitingFor) {

    Receipt keptIn(String folder) {
        return with(folder, queuePosition, waitingFor);
    }

    Receipt inLine(int position, @Nullable WaitingFor what) {
        return with(evidence, position, what);
    }

    private Receipt with(@Nullable String folder, @Nullable Integer position, @Nullable WaitingFor what) {
        return new Receipt(
                id,
                state,
                streamer,
                account,
                gift,
                requested,
                confirmed,
                unknown,
                presses,
                coinsSpent,
                coinsInDoubt,
                excess,
                balanceBefore,
                balanceAfter,
                cpsRequested,
                cpsAchieved,
                witnesses,
                reason,
                queuedAt,
                firstPressAt,
                finishedAt,
                folder,
                priority,
                position,
                campaign,
                member,
                what);
    }

    /** @param id null until a gift that the catalogue does not know was found on the LIVE; so is its price */
    public record GiftLine(
            @Nullable Long id, String name, @Nullable Long coins) {}

    /** What a send that waits is waiting for, beside the other sends of its account. */
    public record WaitingFor(Code code, String sentence) {

        /** MACHINE_FULL: as many sends as the machine carries at full pace are at work. */
        public enum Code {
            MACHINE_FULL
        }

        static WaitingFor aLane(int lanes) {
            return new WaitingFor(
                    Code.MACHINE_FULL,
                    "This machine carries " + lanes + (lanes == 1 ? " send" : " sends")
                            + " at full pace, and so many are at work: this one begins when one of them ends.");
        }
    }

    /** Gifts covered by answers and by echoes; whether the wallet agrees, or null when it was not read. */
    public record Witnesses(
            int response, int echo, @Nullable Boolean balance) {
        static final Witnesses NONE = new Witnesses(0, 0, null);
    }
}
