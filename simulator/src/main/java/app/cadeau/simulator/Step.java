package app.cadeau.simulator;

import java.util.List;

/** What can happen in an evening. Times are milliseconds unless a name says seconds. */
sealed interface Step {

    record Chat(String who, String text) implements Step {}

    /** @param taps what each frame of the streak adds, {@code every} apart; {@code to} is a host's name */
    record Give(String who, long gift, List<Integer> taps, long every, String to) implements Step {}

    record Like(String who, int count, String to) implements Step {}

    record StartBattle(BattlePlan plan) implements Step {}

    /** @param target whom it helps, or hurts: a host's name */
    record PlayCard(CardKind kind, String who, String target, int times, int low, int high, int seconds)
            implements Step {}

    record CutShort() implements Step {}

    record Envelope(String who, int coins, int people, long opensAfter) implements Step {}

    record Goal(long gift, int progress, int target) implements Step {}

    record Rank(int position) implements Step {}

    record RankText(int before, int after) implements Step {}

    record HourlyReward(int position) implements Step {}

    /** No message of the platform tells of a bonus hour: this is a line of the room and a strip of the page. */
    record Banner(String text, String french, long lasts) implements Step {}

    record SetFault(Fault fault, Faults.When when, long amount) implements Step {}

    record ClearFaults() implements Step {}

    record Move(LiveMove move) implements Step {}

    record Reprice(long gift, long coins) implements Step {}

    /** What can be done to a LIVE. */
    enum LiveMove {
        PAUSE,
        RESUME,
        END,
        SUSPEND,
        OFF_AIR,
        ON_AIR,
        DROP_SOCKETS
    }

    /** {@code type} is the message's msg_type, {@code payload} its field there, {@code effecting} its field for late joiners. */
    enum CardKind {
        GLOVE(2, 5, 1),
        MIST(3, 6, 2),
        TIME_MAKER(5, 8, 3),
        HAMMER(6, 9, 4),
        TOP_2(10, 13, 7),
        TOP_3(11, 14, 8);

        final int type;
        final int payload;
        final int effecting;

        CardKind(int type, int payload, int effecting) {
            this.type = type;
            this.payload = payload;
            this.effecting = effecting;
        }
    }
}
