package app.cadeau.sends;

import java.util.Random;

/** What goes wrong on a page and its platform, from a seed: one kind of fault for its requests and one for its stream. */
final class Troubles {

    private Troubles() {}

    static PlayedLive.Faults of(Random random) {
        var faults = new PlayedLive.Faults();
        switch (random.nextInt(12)) {
            case 0 -> faults.ignored = 0.1;
            case 1 -> faults.mergeMillis = 100 + random.nextInt(500);
            case 2 -> faults.preset = 0.1;
            case 3 -> faults.sendsTwice = 0.1;
            case 4 -> faults.repeated = 0.05;
            case 5 -> faults.answeredNotSpent = 0.1;
            case 6 -> faults.lostTaken = 0.1;
            case 7 -> faults.lostNotTaken = 0.1;
            case 8 -> faults.brokenTaken = 0.05;
            case 9 -> faults.coinsMoved = 0.1;
            case 10 -> faults.staleBy = random.nextInt(200);
            default -> faults.refuseAt = 1 + random.nextInt(30);
        }
        switch (random.nextInt(6)) {
            case 0 -> faults.echoLost = 0.2;
            case 1 -> faults.echoTwice = 0.3;
            case 2 -> faults.echoLateMillis = 5_000;
            case 3 -> faults.noOwnId = true;
            case 4 -> faults.answerLateMillis = 4_000;
            default -> faults.moved = 0.02;
        }
        return faults;
    }
}
