package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;

/** Every reason to say no about a block and its sessions. */
public enum BlockRefusal implements Refusal {
    CODE_UNKNOWN(404, "Deze code is niet bekend. Kijk ze na met de burger: ze staat bij de boeking."),
    TOO_MANY_WRONG_CODES(429, "U gaf te vaak een verkeerde code in. Probeer het over een uur opnieuw."),
    BLOCK_CANCELLED(
            409,
            "Dit blok is geannuleerd. Vond er voordien toch een gesprek plaats, bezorg uw bewijs dan aan de dienst die het"
                    + " loopbaankrediet beheert: een medewerker kijkt het na."),
    BLOCK_UNKNOWN(404, "Deze boeking is niet bekend, of het is er geen van u."),
    SESSION_UNKNOWN(404, "Dit gesprek is niet bekend, of het is er geen van u."),
    SESSION_ALREADY_CONFIRMED(409, "Dit gesprek is al bevestigd en kan niet meer betwist worden."),
    SESSION_ALREADY_DISPUTED(409, "U hebt dit gesprek al betwist. De loopbaanbegeleider kan het opnieuw registreren."),
    SESSION_WITHDRAWN(409, "De loopbaanbegeleider heeft dit gesprek ingetrokken."),
    SESSION_DISPUTED(
            409, "De burger heeft dit gesprek betwist. U hoeft het niet in te trekken: registreer het opnieuw."),
    SESSION_UNDER_REVIEW(409, "Een medewerker heeft een gesprek van deze aanvraag onverschuldigd bevonden."),
    CLAIM_KEPT(409, "De betaling van dit gesprek loopt al, dus u kunt het niet meer intrekken."),
    SESSION_NEVER_PAID(
            409, "Dit gesprek wordt nooit uitbetaald. De uren en de eigen bijdrage gingen terug naar de burger."),
    CORRECTION_PENDING(
            409, "De loopbaanbegeleider trekt een gesprek van deze aanvraag in. Probeer het over een minuut opnieuw."),
    SESSION_DELIVERS_NOTHING(409, "Dit gesprek telt niet mee: het is betwist, ingetrokken of geannuleerd."),
    MORE_THAN_SESSION(422, "Zoveel halve uren heeft dit gesprek niet, of een deel is al onverschuldigd bevonden."),
    CLAIM_UNKNOWN(404, "Deze aanvraag is niet bekend, of het is er geen van u."),
    AGREEMENT_ACCEPTED(409, "De burger heeft de overeenkomst al aanvaard. Ze ligt nu vast."),
    NO_AGREEMENT(409, "De loopbaanbegeleider heeft nog geen overeenkomst ingegeven."),
    NO_PLAN(409, "De loopbaanbegeleider heeft nog niet gemeld dat u uw persoonlijk ontwikkelplan kreeg."),
    NOTHING_DELIVERED(409, "Er is in dit blok nog geen bevestigd gesprek."),
    SESSIONS_UNANSWERED(409, "De burger moet nog een gesprek beantwoorden. Na 14 dagen telt het als bevestigd."),
    GUIDANCE_NOT_COMPLETED(409, "U kunt de vragen beantwoorden zodra de begeleiding is afgerond."),
    SURVEY_CLOSED(409, "U beantwoordde de vragen meer dan 30 dagen geleden. U kunt ze niet meer wijzigen."),
    NOTHING_TO_CLAIM(409, "Er is nog geen bevestigde tijd die niet is aangevraagd."),

    // D-10, in the order in which they are named
    END_NOT_AFTER_START(422, "Het einde van het gesprek ligt niet na het begin."),
    NOT_WHOLE_HALF_HOURS(422, "Een gesprek duurt een geheel aantal halve uren."),
    COUNSELLOR_NOT_REGISTERED(422, "Op de dag van dit gesprek was u niet geregistreerd als loopbaanbegeleider."),
    SESSION_IN_FUTURE(422, "Registreer het gesprek pas als het voorbij is."),
    SESSION_BEFORE_PAYMENT(422, "Dit gesprek begon voor het blok betaald was."),
    MORE_THAN_BLOCK_LEFT(422, "Er is in dit blok niet zoveel tijd meer over."),
    TIME_GIVEN_BACK(
            422,
            "Wat van dit blok nog niet geregistreerd was, ging terug naar de burger. Vond dit gesprek voordien plaats, bezorg"
                    + " uw bewijs dan aan de dienst die het loopbaankrediet beheert: een medewerker kijkt het na."),
    OVERLAP_COUNSELLOR(422, "U hebt op dat moment al een ander gesprek geregistreerd."),
    OVERLAP_CITIZEN(422, "De burger heeft op dat moment al een ander gesprek."),
    REGISTERED_TOO_LATE(422, "Een gesprek registreert u binnen de drie maanden.");

    private final int status;
    private final String detail;

    BlockRefusal(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String detail() {
        return detail;
    }
}
