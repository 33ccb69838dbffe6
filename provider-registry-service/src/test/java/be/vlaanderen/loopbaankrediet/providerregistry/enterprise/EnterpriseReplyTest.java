package be.vlaanderen.loopbaankrediet.providerregistry.enterprise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application.Enterprise;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnterpriseReplyTest {

    private static final String NUMBER = "0417000129";

    @Test
    void an_enterprise_is_active_stopped_or_unknown() throws MagdaSilent {
        assertEquals(Enterprise.ACTIVE, read(FakeMagda.enterprise(NUMBER, "AC")));
        assertEquals(Enterprise.STOPPED, read(FakeMagda.enterprise(NUMBER, "ST")));
        assertEquals(Enterprise.STOPPED, read(FakeMagda.stoppedEnterprise(NUMBER)));
        assertEquals(Enterprise.UNKNOWN, read(FakeMagda.nothingFound()));
        assertEquals(
                Enterprise.UNKNOWN,
                read(FakeMagda.envelope("<Antwoorden><Antwoord><Inhoud/></Antwoord></Antwoorden>")));
    }

    @Test
    void what_is_no_answer_to_the_question_counts_as_silence() {
        for (String reply : List.of(
                "",
                "no xml",
                "<a/>",
                FakeMagda.envelope(""),
                FakeMagda.envelope(FakeMagda.exception("99995")),
                FakeMagda.enterprise("0417000228", "AC"),
                FakeMagda.envelope("<Antwoorden><Antwoord><Inhoud><Onderneming><Ondernemingsnummer>" + NUMBER
                        + "</Ondernemingsnummer></Onderneming></Inhoud></Antwoord></Antwoorden>"))) {
            assertThrows(MagdaSilent.class, () -> read(reply), reply);
        }
    }

    @Test
    void xml_that_could_do_harm_is_not_read() {
        for (String reply : List.of(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x \"y\">]>" + FakeMagda.enterprise(NUMBER, "AC"),
                "<a>".repeat(5000))) {
            MagdaSilent silent = assertThrows(MagdaSilent.class, () -> read(reply));
            assertFalse(String.valueOf(silent.getMessage()).contains("passwd"));
        }
    }

    private static Enterprise read(String reply) throws MagdaSilent {
        return EnterpriseReply.read(reply.getBytes(StandardCharsets.UTF_8), NUMBER);
    }
}
