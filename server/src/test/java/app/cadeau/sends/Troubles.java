package app.cadeau.sends;

import java.util.Random;

/** What goes wrong on a page and its platform, from a seed: kinds of fault for its requests and for its stream. */
final class Troubles {

    private Troubles() {}

    static PlayedLive.Faults of(Random random) {
        var faults = new PlayedLive.Faults();
        ofRequests(random, faults);
        ofTheStream(random, faults);
        if (random.nextInt(3) == 0) {
            ofRequests(random, faults);
        }
        if (random.nextInt(3) == 0) {
            ofTheStream(random, faults);
        }
        faults.streaksNamedByTime = random.nextBoolean();
        return faults;
    }

    private static void ofRequests(Random random, PlayedLive.Faults faults) {
        switch (random.nextInt(13)) {
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
            case 11 -> faults.landsLate = 0.1;
            default -> faults.refuseAt = 1 + random.nextInt(30);
        }
    }

    private static void ofTheStream(Random random, PlayedLive.Faults faults) {
        switch (random.nextInt(8)) {
            case 0 -> faults.echoLost = 0.2;
            case 1 -> faults.echoTwice = 0.3;
            case 2 -> faults.echoLateMillis = 5_000;
            case 3 -> faults.noOwnId = true;
            case 4 -> faults.answerLateMillis = 4_000;
            case 5 -> faults.echoLateMillis = 50_000;
            case 6 -> faults.answerLateMillis = 50_000;
            default -> faults.moved = 0.02;
        }
    }
}
