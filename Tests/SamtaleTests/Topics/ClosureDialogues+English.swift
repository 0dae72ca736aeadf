@testable import Samtale

extension ClosureTypeTests {
  static let english: [Row] = [
    Row(
      "en", .undetermined, by: "", opener: "T",
      """
      # The bike
      T: How is the bike?
      WA: It got stolen on Friday.
      [cut]
      # Rent
      ES: Did the landlord write?
      """),
    Row(
      "en", .undetermined, by: "", opener: "ES",
      """
      # Lunch
      ES: We eat at twelve.
      WA: Okay.
      """),
    Row(
      "en", .undetermined, by: "", opener: "SW",
      """
      # Heating !openEnd
      SW: The heating bill went up again.
      WA: Yeah.
      # Holiday
      ES: When is your holiday?
      """),
    Row(
      "en", .deferred, by: "SW", accepted: "WA", opener: "WA",
      """
      # Certificate
      WA: The forklift certificate costs four thousand kroner.
      SW: We'll come back to that.
      WA: Okay.
      # Shifts
      ES: Which shifts did the bakery offer?
      """),
    Row(
      "en", .deferred, by: "T", opener: "T",
      """
      # Sleep
      T: The sleep diary has gaps in it. Let's take that next time.
      # Bank
      SW: Did the bank open an account?
      """),
    Row(
      "en", .explicitClosing, by: "ES", accepted: "WA", opener: "ES",
      """
      # Tools
      ES: The workshop lends him a helmet and gloves.
      WA: I have my own gloves at home.
      ES: Let's move on.
      WA: Okay.
      # Doctor
      T: The doctor wants a blood test.
      """),
    Row(
      "en", .explicitClosing, by: "ES", opener: "SW",
      """
      # Parking
      SW: The council charges forty kroner an hour for parking.
      WA: My brother drives me most mornings.
      ES: That's all.
      # Tablets
      T: The pharmacy changed the brand of his tablets.
      """),
    Row(
      "en", .explicitClosing, by: "SW", accepted: "WA", opener: "ES",
      """
      # Contract
      ES: The contract runs until the end of June.
      SW: Anything else?
      WA: No.
      # Food
      T: Do you eat breakfast?
      """),
    Row(
      "en", .disclaimer, by: "SW", opener: "WA",
      """
      # Tax
      WA: Who decides how much tax they take?
      SW: I don't know.
      # Uniform
      ES: The hotel hands out uniforms on Monday.
      """),
    Row(
      "en", .disclaimer, by: "T", opener: "WA",
      """
      # Sick note
      WA: Could you write the sick note for August?
      T: That's not my job, you better contact the doctor.
      # Laptop
      ES: The laptop arrives on Thursday.
      """),
    Row(
      "en", .disclaimer, by: "ES", opener: "SW",
      """
      # Pension
      SW: Will the pension change when he works?
      ES: That's beyond my role.
      # Weather
      WA: It rained all the way here.
      """),
    Row(
      "en", .collaborative, by: "T", opener: "WA",
      """
      # Cooking
      WA: I cooked soup for the whole landing on Sunday.
      T: That's great.
      # Wage
      ES: The wage comes on the twelfth.
      """),
    Row(
      "en", .collaborative, by: "WA", accepted: "ES", opener: "ES",
      """
      # Keys
      ES: The caretaker leaves the keys in the blue box.
      WA: Okay.
      ES: Yeah.
      # Dentist
      SW: Has the dentist answered?
      """),
    Row(
      "en", .collaborative, by: "WA", accepted: "SW", opener: "ES",
      """
      # Start
      ES: They want him in the kitchen from seven on Tuesday.
      WA: Okay.
      SW: Right.
      # Sleep
      T: How many hours did you sleep?
      """),
    Row(
      "en", .acknowledgedShift, by: "ES", opener: "WA",
      """
      # Boots
      WA: The boots gave me blisters on both heels.
      ES: Okay. | The manager asked about Easter.
      """),
    Row(
      "en", .acknowledgedShift, by: "WA", opener: "SW",
      """
      # Rota
      SW: The rota hangs by the freezer now.
      WA: Mm. | I lost my passport in the summer.
      """),
    Row(
      "en", .acknowledgedShift, by: "SW", opener: "WA",
      """
      # Course
      WA: The course ran out of places in May.
      # Flat
      SW: Okay, great. Did the flat pass inspection?
      """),
    Row(
      "en", .minimalAcknowledgement, by: "T", opener: "WA",
      """
      # Radio
      WA: The radio in the van only plays one station.
      T: Mm.
      # Interest
      SW: The bank raised the interest in April.
      """),
    Row(
      "en", .minimalAcknowledgement, by: "WA", opener: "ES",
      """
      # Paint
      ES: They paint the corridor on Wednesday, so you use the back door.
      WA: Okay.
      # Lunch
      ES: Bring sandwiches on Monday.
      """),
    Row(
      "en", .minimalAcknowledgement, by: "SW", opener: "T",
      """
      # Pulse
      T: The nurse measured his pulse twice.
      SW: I see.
      # Coat
      WA: Somebody took my coat.
      """),
    Row(
      "en", .stepwise, by: "", opener: "WA",
      """
      # Hours
      WA: The bakery gave me more hours in October.
      # Benefit
      SW: More hours mean a smaller benefit.
      """),
    Row(
      "en", .stepwise, by: "", opener: "T",
      """
      # Dog
      T: You walk the dog every morning.
      # Knee
      WA: The dog pulls so hard that my knee swells.
      """),
    Row(
      "en", .stepwise, by: "", opener: "ES",
      """
      # Van
      ES: The van leaves from the station.
      # Station
      ES: The station has a new kiosk.
      """),
    Row(
      "en", .abruptShift, by: "SW", opener: "WA",
      """
      # Fridge
      WA: My fridge makes a noise like a tractor.
      # Report
      SW: The report goes to the office on Monday.
      """),
    Row(
      "en", .abruptShift, by: "ES", opener: "T",
      """
      # Film
      T: You watched that film about the miners twice.
      # Invoice
      ES: Somebody must pay the invoice for the taxi.
      """),
    Row(
      "en", .abruptShift, by: "WA", opener: "SW",
      """
      # Form
      SW: Did you post the form on Tuesday?
      # Sister
      WA: My sister got married in Bergen.
      """),
    Row(
      "en", .noUptake, by: "", opener: "WA",
      """
      # Choir
      WA: The choir sang in the square on Saturday.
      # Curtains
      WA: I bought curtains for the bedroom.
      """),
    Row(
      "en", .noUptake, by: "", opener: "T",
      """
      # Scale
      T: He gained three kilos over the winter.
      # Neighbour
      T: The neighbour complains about the music.
      """),
    Row(
      "en", .noUptake, by: "", opener: "WA",
      """
      # Garden
      SW: Okay.
      WA: The garden floods when the snow melts.
      # Phone
      WA: My phone fell into a bucket.
      """),
    Row(
      "en", .abruptShift, by: "SW", opener: "WA",
      """
      # Hours
      WA: The bakery gave me more hours in October.
      # Benefit
      SW: Next point. More hours mean a smaller benefit.
      """),
    Row(
      "en", .minimalAcknowledgement, by: "SW", opener: "WA",
      """
      # Hours
      WA: The bakery gave me more hours in October.
      SW: Okay. | More hours mean a smaller benefit.
      """),
    Row(
      "en", .ownShift, by: "ES", opener: "ES",
      """
      # Garage
      ES: The garage keeps the car until Friday. | Somebody must pay the parking fine.
      """),
    Row(
      "en", .ownShift, by: "SW", opener: "SW",
      """
      # Form
      SW: The form went out on Monday. | Now, the flat. Did they paint it?
      """),
    // The same words on both sides, but nobody had a chance to say anything.
    Row(
      "en", .ownShift, by: "T", opener: "WA",
      """
      # Knee
      WA: The knee hurts on the stairs.
      T: The knee swells when you cycle. | The knee doctor wants a picture.
      """),
    // Acknowledged by repeating; a negation contradicts, and after a question it is an answer.
    Row(
      "en", .minimalAcknowledgement, by: "ES", opener: "WA",
      """
      # Bus
      WA: I take the early bus from the square.
      ES: The early bus.
      # Doctor
      SW: The doctor wrote on Monday.
      """),
    Row(
      "en", .abruptShift, by: "SW", opener: "WA",
      """
      # Bus
      WA: I take the early bus from the square.
      ES: Not the early bus.
      # Doctor
      SW: The doctor wrote on Monday.
      """),
    Row(
      "en", .abruptShift, by: "SW", opener: "ES",
      """
      # Bus
      ES: Do you take the early bus or the late bus?
      WA: The early bus.
      # Doctor
      SW: The doctor wrote on Monday.
      """),
    Row(
      "en", .abruptShift, by: "SW", opener: "T",
      """
      # Swim
      T: How was the swim?
      WA: Very good.
      # Doctor
      SW: The doctor wrote on Monday.
      """),
    // The token stands after the boundary, but answers what stood before it.
    Row(
      "en", .minimalAcknowledgement, by: "WA", opener: "ES",
      """
      # Rent
      ES: The landlord wants the rent on Friday.
      # Shoes
      WA: Mm.
      ES: The shoes came from the warehouse.
      """),
    // Declined first, then something else was said.
    Row(
      "en", .abruptShift, by: "WA", opener: "SW",
      """
      # Pills
      SW: I don't know. The pharmacy opens at nine on Saturdays.
      # Weather
      WA: It rained all the way here.
      """),
  ]
}
