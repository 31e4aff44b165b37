package app.cadeau.spending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One account's day: {@code opening} plus all that came and went is {@code closing}; both are what the wallet surely held.
 */
public record Statement(String account, LocalDate day, String zone, long opening, List<Line> lines, long closing) {

    /**
     * @param coins into the wallet, negative out of it; reservations move none
     * @param balance after this line
     */
    public record Line(
            long entry, Instant at, String kind, String send, String streamer, String note, long coins, long balance) {}

    public Statement {
        lines = List.copyOf(lines);
        var sum = lines.stream().mapToLong(Line::coins).reduce(opening, Math::addExact);
        if (sum != closing) {
            throw new IllegalStateException("the statement of " + account + " for " + day + " does not tie: " + opening
                    + " and its lines make " + sum + ", the book says " + closing);
        }
    }
}
