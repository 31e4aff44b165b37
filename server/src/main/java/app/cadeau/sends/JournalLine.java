package app.cadeau.sends;

import java.time.Instant;
import java.util.Map;

/**
 * One line of a send's journal, to be read by a person.
 *
 * @param kind ARMED, TRIED, AIM, CUT_OFF, OPENING, PRESSES, PASSED, FAILED, ANSWER, NO_ANSWER, ECHO, READING or SETTLEMENT
 * @param fields what the line tells, by name
 */
public record JournalLine(int seq, Instant at, String kind, Map<String, Object> fields) {}
