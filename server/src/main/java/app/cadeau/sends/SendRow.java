package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import app.cadeau.catalogue.Gift;
import app.cadeau.live.StreamerName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A send as its table holds it. */
record SendRow(
        SendId id,
        StreamerName streamer,
        AccountId account,
        String giftAsked,
        @Nullable Long giftId,
        String giftName,
        @Nullable Long price,
        int quantity,
        int cpsMilli,
        @Nullable Long maxCoins,
        @Nullable Instant notAfter,
        Priority priority,
        SendState state,
        int armed,
        Outcome outcome,
        Instant queuedAt,
        String bodyHash,
        @Nullable CampaignId campaign,
        @Nullable String member) {

    /** What is known of the result so far. */
    record Outcome(
            int confirmed,
            int unknown,
            int excess,
            int presses,
            Receipt.Witnesses witnesses,
            @Nullable Long balanceBefore,
            @Nullable Long balanceAfter,
            @Nullable Integer paceMilli,
            @Nullable Reason reason,
            @Nullable Instant firstPressAt,
            @Nullable Instant finishedAt) {

        static final Outcome NONE = new Outcome(0, 0, 0, 0, Receipt.Witnesses.NONE, null, null, null, null, null, null);

        static Outcome of(Verdict verdict, Tally tally, @Nullable Reason reason, @Nullable Instant finishedAt) {
            var pace = tally.pace();
            return new Outcome(
                    verdict.confirmed(),
                    verdict.unknown(),
                    verdict.excess(),
                    tally.presses(),
                    new Receipt.Witnesses(verdict.response(), verdict.echo(), verdict.balance()),
                    verdict.balanceBefore(),
                    verdict.balanceAfter(),
                    pace == null ? null : (int) Math.round(pace * 1000),
                    reason,
                    tally.firstPress(),
                    finishedAt);
        }

        /** Of a send that was cut off: its presses are those that the journal holds. */
        static Outcome recovered(
                Verdict verdict, CutSend.Presses presses, @Nullable Reason reason, @Nullable Instant finishedAt) {
            return new Outcome(
                    verdict.confirmed(),
                    verdict.unknown(),
                    verdict.excess(),
                    presses.count(),
                    new Receipt.Witnesses(verdict.response(), verdict.echo(), verdict.balance()),
                    verdict.balanceBefore(),
                    verdict.balanceAfter(),
                    presses.paceMilli(),
                    reason,
                    presses.first(),
                    finishedAt);
        }

        /** A person settled what was unknown. */
        Outcome settled(int landed, Instant at) {
            return new Outcome(
                    landed,
                    0,
                    excess,
                    Math.max(presses, landed), // the journal of a send that was cut off may lack its last presses
                    witnesses,
                    balanceBefore,
                    balanceAfter,
                    paceMilli,
                    reason,
                    firstPressAt,
                    at);
        }

        Outcome refused(Reason why, Instant at) {
            return new Outcome(
                    confirmed,
                    unknown,
                    excess,
                    presses,
                    witnesses,
                    balanceBefore,
                    balanceAfter,
                    paceMilli,
                    why,
                    firstPressAt,
                    at);
        }
    }

    /** The table keeps milliseconds, so the first answer tells no more either. */
    static SendRow queued(
            SendId id, NewSend order, AccountId account, @Nullable Gift gift, Instant now, String bodyHash) {
        var agreed = order.agreed(gift);
        return new SendRow(
                id,
                order.streamer(),
                account,
                order.gift(),
                gift == null ? null : gift.id().value(),
                gift == null ? order.gift() : gift.name(),
                agreed == null ? null : agreed.amount(),
                order.quantity(),
                (int) Math.round(order.cps() * 1000),
                order.maxCoins() == null ? null : order.maxCoins().amount(),
                order.notAfter(),
                order.priority(),
                SendState.QUEUED,
                0,
                Outcome.NONE,
                now.truncatedTo(ChronoUnit.MILLIS),
                bodyHash,
                null,
                order.member());
    }

    /** The same as a share of this campaign. */
    SendRow of(CampaignId whole) {
        return new SendRow(
                id, streamer, account, giftAsked, giftId, giftName, price, quantity, cpsMilli, maxCoins, notAfter,
                priority, state, armed, outcome, queuedAt, bodyHash, whole, member);
    }

    Receipt receipt() {
        return receipt(state, outcome);
    }

    Receipt receipt(SendState now, Outcome known) {
        var coins = price == null ? 0 : price;
        return new Receipt(
                id,
                now,
                streamer.toString(),
                account.name(),
                new Receipt.GiftLine(giftId, giftName, price),
                quantity,
                known.confirmed(),
                known.unknown(),
                known.presses(),
                Math.multiplyExact(coins, known.confirmed()),
                Math.multiplyExact(coins, known.unknown()),
                known.excess(),
                known.balanceBefore(),
                known.balanceAfter(),
                cpsMilli / 1000.0,
                known.paceMilli() == null ? null : known.paceMilli() / 1000.0,
                known.witnesses(),
                known.reason(),
                queuedAt,
                known.firstPressAt(),
                known.finishedAt(),
                null,
                priority,
                null,
                campaign,
                member,
                null);
    }
}
