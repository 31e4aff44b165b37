package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {at: 5s, chat: {who: A, txt: b}}                       | test.yaml, line 6: 'txt' is not known here; use one of who, text
                    {at: 5s, sing: {}}                                     | line 6: 'sing' is not known here; use one of chat
                    {at: 5s}                                               | line 6: a step is a time and one thing that happens
                    {chat: {who: A, text: b}}                              | line 6: 'at' is missing; write it
                    {at: soon, chat: {who: A, text: b}}                    | line 6: 'soon' is no time; write 1:30
                    {at: 20:00, chat: {who: A, text: b}}                   | line 6: '20:00' does not fit; write a time from 0s to 600s
                    {at: 5s, gift: {who: A, gift: Heart}}                  | line 6: 'Heart' fits several gifts; write one of the ids
                    {at: 5s, gift: {who: A, gift: Unheard}}                | line 6: no gift of the LIVE is 'Unheard'
                    {at: 5s, gift: {who: A, gift: Rose, to: luna}}         | line 6: 'luna' is neither the streamer nor a host
                    {at: 5s, card: {kind: glove, who: A}}                  | line 6: no battle is on for this 'card'
                    {at: 5s, card: {kind: boot, who: A}}                   | line 6: 'boot' is not known here; use one of glove, mist
                    {at: 5s, battle: {against: demo}}                      | line 6: 'against' is the other side
                    {at: 5s, battle: {against: luna, duration: 2h}}        | line 6: '2h' is no time
                    {at: 5s, fault: {name: bad-luck}}                      | line 6: no fault is called 'bad-luck'
                    {at: 5s, live: vanish}                                 | line 6: 'vanish' is not known here; use one of pause
                    {at: 5s, at: 6s, chat: {who: A, text: b}}              | line 6
                    """)
    void aMistakeIsToldWithFileLineAndWhatToDo(String step, String told) {
        assertThatThrownBy(() -> Played.script("- " + step))
                .isInstanceOf(ScriptError.class)
                .hasMessageContaining(told)
                .hasMessageStartingWith("test.yaml, line 6");
    }

    @Test
    void anUnknownNameTellsTheLibrary() {
        assertThatThrownBy(() -> Scripts.find("no-such-evening"))
                .hasMessage("no-such-evening: is neither a file nor an evening of the library; use one of quiet-room,"
                        + " battle, fest-bonus-hour, dying-room, team-battle");
    }

    @Test
    void brokenYamlTellsItsLine() {
        assertThatThrownBy(() -> Scripts.read("odd.yaml", "version: 1\nname: [a\nsteps: {"))
                .isInstanceOf(ScriptError.class)
                .hasMessageStartingWith("odd.yaml, line ");
    }

    @Test
    void aCrowdThatWouldDrownTheDeskIsRefused() {
        assertThatThrownBy(() -> new Programme(
                        Scripts.read("x.yaml", "version: 1\nname: x\nlength: 1m\ncrowd: {rate: 50}\nsteps: []"),
                        100,
                        false))
                .hasMessageContaining("at most 500")
                .hasNoCause();
        assertThat(new Programme(Scripts.find("battle"), 100, false).speed()).isEqualTo(100);
    }
}
