package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import be.vlaanderen.loopbaankrediet.eligibility.rules.Condition;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody who was refused can do or use instead.
 *
 * @param title Dutch, a few words
 * @param text Dutch, what it is and for whom
 */
public record Alternative(Code code, String title, String text) {

    public enum Code {
        SEND_EVIDENCE,
        OBJECT,
        CAREER_ORIENTATION,
        REFLECTION_TOOLS,
        RE_ENTRY
    }

    /** GDPR art. 22: a human can always look again. */
    private static final Alternative OBJECT = new Alternative(
            Code.OBJECT,
            "Bezwaar indienen",
            "Bent u het niet eens met de beslissing? Dien bezwaar in. Dan bekijkt een medewerker uw aanvraag opnieuw.");

    /** The known false refusals. */
    private static final Alternative EVIDENCE = new Alternative(
            Code.SEND_EVIDENCE,
            "Bewijs insturen",
            "Klopt er iets niet? Stuur een bewijs in, bijvoorbeeld van werk in het buitenland, een opzegperiode of verlof.");

    /** CN 2.6. */
    private static final Alternative ORIENTATION = new Alternative(
            Code.CAREER_ORIENTATION,
            "Loopbaanoriëntatie",
            "Staat u aan het begin van uw loopbaan? Dan kunt u loopbaanoriëntatie vragen. Daarvoor hebt u geen zeven jaar werkervaring nodig.");

    /** MR 3.1. */
    private static final Alternative TOOLS = new Alternative(
            Code.REFLECTION_TOOLS,
            "Gratis online reflectietools",
            "Denk zelf na over uw loopbaan met de gratis online reflectietools van VDAB. Iedereen mag ze gebruiken.");

    /** VR: a proposal, and told as what it is while it is switched off. */
    private static final Alternative RE_ENTRY = new Alternative(
            Code.RE_ENTRY,
            "Herintreders",
            "Er is een voorstel om ook wie na een lange onderbreking opnieuw wil werken recht te geven. Die regel geldt nu niet,"
                    + " dus u kunt er nog geen gebruik van maken.");

    static List<Alternative> of(Judgement judgement, Openings openings, boolean reEntrants) {
        if (judgement.entitled()) {
            return List.of();
        }
        List<Alternative> all = new ArrayList<>();
        if (openings.evidence()) {
            all.add(EVIDENCE);
        }
        if (openings.objection()) {
            all.add(OBJECT);
        }
        if (judgement.failed().contains(Condition.NOT_ENOUGH_EXPERIENCE)) {
            all.add(ORIENTATION);
        }
        all.add(TOOLS);
        if (!reEntrants && judgement.failed().contains(Condition.NOT_WORKING)) {
            all.add(RE_ENTRY);
        }
        return List.copyOf(all);
    }
}
