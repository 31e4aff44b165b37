package app.cadeau.benchmarks;

import java.time.Duration;
import java.util.List;

/** Many gifts at 12 a second: is every one proved, is the pace kept, is it never passed? */
final class PaceBenchmark {

    private static final double CPS = 12;

    private PaceBenchmark() {}

    static void run(int quantity) {
        try (var desk = new Desk();
                var cadeau = new Cadeau(desk)) {
            var send = cadeau.send(quantity, CPS);
            var receipt = cadeau.receipt(send, Duration.ofSeconds(120 + quantity / 4));
            var gifts = desk.gifts();
            var pace = Pace.of(gifts);
            System.out.println("| " + quantity + " gifts at 12 CPS | |\n|---|---|");
            row("end", receipt.path("state").asString() + " " + receipt.path("reason"));
            row(
                    "confirmed / unknown / truth",
                    receipt.path("confirmed") + " / " + receipt.path("unknown") + " / " + desk.landed());
            row("witnesses", receipt.path("witnesses").toString());
            row("pace by presses, mean", Pace.number(pace.mean()) + " a second");
            row("pace in the receipt", Pace.number(receipt.path("cpsAchieved").asDouble()) + " a second");
            row("fastest 12 intervals, by presses", Pace.number(pace.fastest(12)) + " a second");
            row(
                    "fastest 120 intervals, by presses / by acceptance",
                    Pace.number(pace.fastest(120)) + " / "
                            + Pace.number(Pace.ofAcceptance(gifts).fastest(120)) + " a second");
            row(
                    "interval median / deviation",
                    Pace.number(pace.median()) + " / " + Pace.number(pace.deviation()) + " ms");
            row("intervals over 104 ms / longest", pace.stalls(CPS) + " / " + pace.longest() + " ms");
            row("deviation of the others", Pace.number(pace.deviationBetweenStalls(CPS)) + " ms");
            row("accepted in the order pressed", inOrder(gifts) ? "yes" : "no");
        }
    }

    private static void row(String name, String value) {
        System.out.println("| " + name + " | " + value + " |");
    }

    private static boolean inOrder(List<Desk.Gift> gifts) {
        for (int i = 1; i < gifts.size(); i++) {
            if (gifts.get(i).pressedAt() < gifts.get(i - 1).pressedAt()) {
                return false;
            }
        }
        return true;
    }
}
