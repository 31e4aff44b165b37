package app.cadeau.simulator;

import java.util.List;

/**
 * A LIVE as a file: what happens in an evening, and when.
 *
 * @param seed the same seed gives the same evening
 * @param streamer in whose LIVE it plays; rooms of others are opened as they are needed
 * @param guests on stage beside the host
 */
public record Script(
        String name,
        String about,
        long lengthMillis,
        long seed,
        String streamer,
        List<String> guests,
        CrowdPlan crowd,
        List<Moment> moments) {

    /** What happens when, in milliseconds from the start; {@code line} is where the file says so. */
    record Moment(long atMillis, int line, Step step) {}

    /**
     * Other people.
     *
     * @param rate messages a second
     * @param gives how many of a hundred messages are gifts
     * @param gifts what they give
     */
    record CrowdPlan(double rate, int gives, List<Long> gifts, List<String> lines) {}
}
