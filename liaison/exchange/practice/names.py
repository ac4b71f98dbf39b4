"""Names of many British communities. Every family made of them is invented."""

from __future__ import annotations

from dataclasses import dataclass

from liaison.exchange.practice.chance import Chance

GIRL, BOY = "F", "M"


@dataclass(frozen=True)
class Names:
    """Surnames and forenames that are often met together, and languages spoken beside English."""

    weight: int
    surnames: tuple[str, ...]
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    women: tuple[str, ...] = ()
    men: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def child(self, chance: Chance, sex: str) -> str:
        """A child's forename."""
        return chance.choice(self.girls if sex == GIRL else self.boys)

    def adult(self, chance: Chance, sex: str) -> str:
        """An adult's forename."""
        grown = (self.women or self.girls) if sex == GIRL else (self.men or self.boys)
        return chance.choice(grown)


def _words(text: str) -> tuple[str, ...]:
    """Names written one after another; an underscore stands for a space inside a name."""
    return tuple(word.replace("_", " ") for word in text.split())


ENGLISH = Names(
    weight=34,
    surnames=_words(
        """Abbott Allen Archer Ashworth Atkins Bailey Baker Barker Barnes Barrett Bates Bennett
        Bishop Blackwell Booth Bowen Bradley Brooks Burgess Butler Carr Carter Chapman Clayton Cole
        Cooke Cooper Cross Curtis Dawson Day Dean Dixon Draper Dyer Elliott Fenton Field Fisher
        Fletcher Foster Fowler Francis Freeman Frost Gibbs Gill Goodwin Green Griffin Hale Hammond
        Harding Hargreaves Harper Hartley Hawkins Hayes Heath Hewitt Hobbs Holland Holmes Hooper
        Hopkins Howarth Hudson Humphreys Hunt Hutchinson Ingram Jarvis Jennings Kirby Knight
        Lambert Lane Lawson Leach Lister Longley Mason Matthews Metcalfe Mills Moss Naylor Newton
        Norris Oakley Osborne Page Parkin Pearson Penrose Perkins Pickering Pollard Poole Porter
        Pratt Preston Quick Ramsden Read Reeves Rhodes Rowley Sanders Saunders Sharpe Shepherd
        Simmons Slater Spencer Stephens Stokes Sutton Swift Thompson Thorpe Tilley Townsend Tucker
        Turner Underwood Wade Walsh Walters Warren Webster Wheeler Whitehead Whittaker Wilkins
        Winter Woodcock Wren Wright Yates"""
    ),
    girls=_words(
        """Ada Alice Amber Amelia Anna Ava Bethany Caitlin Charlotte Chloë Daisy Eleanor Eliza
        Ella Ellie Erin Esme Evie Faith Florence Freya Georgia Grace Hannah Harriet Heidi Holly
        Imogen Isabel Isla Ivy Jasmine Jessica Lacey Libby Lily Lola Lottie Lucy Lydia Maisie
        Martha Matilda Mia Millie Molly Niamh Olive Phoebe Poppy Rose Ruby Scarlett Sienna Summer
        Tilly Violet Willow Zoë"""
    ),
    boys=_words(
        """Alfie Archie Arlo Arthur Bailey Ben Bobby Callum Charlie Connor Dylan Edward Elliot
        Ethan Felix Finley Frankie Freddie George Harrison Harvey Henry Hugo Isaac Jack Jacob Jake
        Jamie Jasper Joseph Joshua Jude Kai Leo Lewis Liam Logan Louis Luca Mason Max Miles Noah
        Oliver Oscar Ralph Reggie Reuben Riley Rory Rowan Samuel Sebastian Sonny Stanley Teddy
        Theo Toby Tommy Zach"""
    ),
    women=_words(
        """Abigail Alison Amanda Amy Angela Ashley Becky Carly Carol Catherine Charlene Claire
        Debbie Donna Elaine Emily Fiona Gemma Hayley Heather Helen Jackie Jenny Joanne Julie Karen
        Katie Keeley Kelly Kerry Laura Lauren Leanne Lindsay Lisa Louise Lynne Melanie Michelle
        Natasha Nicola Rachel Rebecca Sally Samantha Sarah Sharon Stacey Steph Tracy Vicky"""
    ),
    men=_words(
        """Adrian Alan Andrew Barry Carl Clive Colin Craig Darren Dean Derek Duncan Gareth Gary
        Geoff Glenn Graham Grant Ian Jason Jeremy Jonathan Keith Kevin Lee Luke Mark Martin Matthew
        Neil Nick Nigel Paul Pete Phil Ricky Rob Ross Russell Scott Shane Shaun Simon Stephen
        Stuart Tim Trevor Wayne"""
    ),
)
SCOTTISH = Names(
    weight=8,
    surnames=_words(
        """Aitken Baird Buchan Cairns Drummond Dunbar Forsyth Fraser Galbraith Geddes Gillespie
        Guthrie Innes Kerr Laidlaw Lennox Lockhart MacAulay MacInnes MacKay MacLeod McAllister
        McArthur McBride McCrae McDougall McGregor McIntosh McKenna McLean Menzies Munro Nairn
        Ogilvie Paterson Reid Rennie Sinclair Tait Urquhart Wallace"""
    ),
    girls=_words("Ailsa Catriona Eilidh Fiona Iona Isla Kirsty Mairi Morag Morven Rhona Skye"),
    boys=_words("Alasdair Angus Blair Callum Ewan Fergus Finlay Fraser Hamish Innes Murray Struan"),
)
WELSH = Names(
    weight=7,
    surnames=_words(
        """ap_Rhys Bevan Bowen Cadwallader Davies Ellis Evans Gethin Griffiths Gwynne Hughes
        Jenkins Lewis Lloyd Llewellyn Meredith Morgan Owen Parry Penry Powell Price Prosser Pugh
        Rees Roderick Thomas Vaughan Watkins Wynne"""
    ),
    girls=_words("Angharad Anwen Bethan Carys Cerys Eleri Ffion Gwen Lowri Mali Nia Seren Siân"),
    boys=_words("Aled Dafydd Dewi Emyr Gethin Gruff Gwilym Huw Iestyn Ieuan Macsen Osian Rhys"),
    languages=("Welsh",),
)
IRISH = Names(
    weight=8,
    surnames=_words(
        """Brady Breen Byrne Callaghan Cassidy Connolly Corrigan Daly Devlin Doherty Donnelly
        Farrell Flynn Foley Gallagher Hanlon Healy Kavanagh Keane Kearney Lynch Maguire Mahon
        McCarthy McDonagh McGrath McLoughlin Molloy Moran Mulcahy Nolan O'Brien O'Connor O'Dowd
        O'Leary O'Neill O'Sullivan Quinn Rafferty Rooney Sweeney Tierney"""
    ),
    girls=_words("Aoife Bríd Ciara Clodagh Éabha Fionnuala Gráinne Maeve Niamh Orla Róisín Sinéad"),
    boys=_words("Cathal Cian Cillian Conor Daire Declan Eoin Fionn Lorcan Oisín Pádraig Rónán"),
)
SOUTH_ASIAN_MUSLIM = Names(
    weight=13,
    surnames=_words(
        """Ahmed Akhtar Ali Anwar Ashraf Aziz Bashir Begum Bhatti Chaudhry Chowdhury Dar Farooq
        Ghani Hussain Iqbal Islam Jabeen Javed Karim Khalid Khan Khatun Mahmood Malik Mian Miah
        Mirza Mughal Nawaz Parveen Qureshi Rafiq Rahman Rashid Rehman Saeed Shafiq Siddiqui Sheikh
        Tariq Uddin Ullah Yasin Zaman"""
    ),
    girls=_words(
        """Aisha Aleena Amina Ayesha Fatima Hafsa Halima Hania Iqra Khadija Laiba Maryam Mehreen
        Nabila Nadia Noor Rabia Safa Saima Samina Sana Shazia Sumaiya Tahira Zahra Zainab Zara"""
    ),
    boys=_words(
        """Adeel Ahsan Ali Arif Asad Bilal Faisal Farhan Hamza Haris Hassan Ibrahim Idris Ismail
        Kamran Khalil Mustafa Nabeel Omar Rayyan Rizwan Saif Salman Shahid Tahir Usman Yusuf
        Zayd"""
    ),
    languages=("Urdu", "Bengali", "Panjabi", "Sylheti", "Pashto"),
)
INDIAN = Names(
    weight=10,
    surnames=_words(
        """Agarwal Bhatt Bose Chakraborty Chauhan Desai Dhillon Gill Gohil Gupta Iyer
        Jadeja Joshi Kapoor Kaur Kulkarni Lal Mehta Menon Mistry Nair Nanda Parmar Patel Pillai Rai
        Rana Rao Reddy Sandhu Sethi Shah Sharma Sidhu Singh Solanki Thakur Varma Virk"""
    ),
    girls=_words(
        """Aanya Anika Anjali Asha Avani Deepa Diya Harpreet Ishani Jasleen Kavya Kiran Lakshmi
        Manpreet Meera Nisha Pooja Priti Riya Saanvi Simran Sunita Tanvi Tara"""
    ),
    boys=_words(
        """Aarav Ajay Anil Arjun Arun Dev Gurdeep Harjit Ishaan Jai Karan Krish Manav Nikhil Pavan
        Rajan Rohan Sachin Sanjay Suresh Tarun Varun Vijay Vikram"""
    ),
    languages=("Gujarati", "Panjabi", "Hindi", "Tamil", "Malayalam"),
)
AFRICAN = Names(
    weight=9,
    surnames=_words(
        """Abdi Acheampong Adebayo Adeyemi Adjei Afolabi Agyeman Amoah Ansah Appiah Asante Ayodele
        Balogun Boakye Boateng Chikwanda Danso Diallo Dube Egwu Eze Farah Gebre Hersi Jallow
        Kamara Kimani Mensah Moyo Mugisha Mutasa Mwangi Ncube Ndlovu Nkosi Nwosu Obi Ochieng
        Okafor Okeke Okonkwo Olaniyan Osei Owusu Sesay Tesfaye Warsame Yeboah"""
    ),
    girls=_words(
        """Abena Adaeze Ama Amara Chidinma Chioma Efua Esi Faduma Folake Hodan Ifeoma Kemi Makena
        Ngozi Nia Nyasha Ruth Sahra Selam Tendai Thandi Yetunde Zawadi"""
    ),
    boys=_words(
        """Abdirahman Ade Akin Baraka Chidi Daniel Emeka Femi Gideon Ikenna Jomo Kofi Kojo Kwabena
        Kwame Lamin Obinna Samuel Segun Tafara Tunde Uche Wanjohi Yaw"""
    ),
    languages=("Somali", "Yoruba", "Igbo", "Twi", "Swahili", "Tigrinya", "Shona"),
)
CARIBBEAN = Names(
    weight=5,
    surnames=_words(
        """Alleyne Baptiste Blackwood Braithwaite Brathwaite Dacres Delisle Edwards
        Forde Goodison Grant Josephs Lindo Marchand Morrison Noel Palmer
        Pinnock Prescod Samuels Sealy Springer St_Hilaire Toussaint Weekes Worrell"""
    ),
    girls=_words("Aaliyah Amari Chantelle Ebony Jada Kadeen Keisha Leticia Renée Shanice Tiana"),
    boys=_words("Andre Curtis Dante Delroy Errol Isaiah Jermaine Malachi Marlon Nathaniel Tyrell"),
)
POLISH = Names(
    weight=6,
    surnames=_words(
        """Błaszczyk Dąbrowski Górski Jabłoński Kamiński Kowalczyk Kozłowski Krawczyk
        Kwiatkowski Lis Majewski Mazur Nowak Olszewski Pawlak Piotrowski Sikora Stępień Szymański
        Świątek Wieczorek Wilk Wójcik Wróbel Zając Zieliński Żak"""
    ),
    girls=_words("Agnieszka Alicja Ewa Gosia Hania Iga Jagoda Kasia Lena Maja Oliwia Zofia Zuzia"),
    boys=_words("Antek Bartek Filip Igor Jakub Kacper Łukasz Marek Mateusz Mikołaj Paweł Szymon"),
    languages=("Polish",),
)
EUROPEAN = Names(
    weight=8,
    surnames=_words(
        """Almeida Antunes Balan Bauer Bianchi Cardoso Costin Dimitrov Dubois Đorđević Fernández
        Ferreira Fischer García Georgiou Horváth Ionescu Ivanova Jansen Kazlauskas Kovács Lefèvre
        Lombardi Lopes Marin Moretti Müller Novák Ozols Papadakis Pereira Petrov Popescu Ribeiro
        Ricci Ruggeri Rusu Santos Silva Sørensen Stan Stoica Suárez Szabó van_der_Berg
        van_Dijk Vasilev Weiß"""
    ),
    girls=_words(
        """Ana Andreea Beatriz Camille Carla Daniela Elena Giulia Ioana Katalin Laima Lucía Magda
        Marta Milena Sofia Teodora Vera"""
    ),
    boys=_words(
        """Alessio Andrei Björn Cristian Diogo Florin Ion Jonas László Luís Mateo Mihai Nikola
        Rafael Søren Stefan Tiago Viktor"""
    ),
    languages=("Romanian", "Portuguese", "Bulgarian", "Spanish", "Lithuanian", "Hungarian"),
)
EAST_ASIAN = Names(
    weight=6,
    surnames=_words(
        """Aquino Bui Chan Chen Cheung Dela_Cruz Dinh Hoang Ho Huang Ito Kim Kwok Lam Lau Leung
        Lin Liu Mendoza Nakamura Ng Nguyen Pham Phan Ramos Reyes Tanaka Tang Tran Truong Villanueva
        Vo Wang Wong Wu Yamada Yip Zhang Zhou"""
    ),
    girls=_words("Ai Angelica Hana Jia Kim Lan Lily Linh Mai Mei Ming Rosa Thuy Wing Xin Yuki"),
    boys=_words("Bao Duc Hao Jun Kenji Khanh Long Marco Minh Quan Ren Tai Wei Wing Yong Zian"),
    languages=("Cantonese", "Vietnamese", "Tagalog", "Mandarin"),
)
WEST_ASIAN = Names(
    weight=6,
    surnames=_words(
        """Abboud Aslan Aydin Barakat Çelik Daoud Demir Ebrahimi Farouk Ghorbani Haddad Hakimi
        Hariri Jafari Kaplan Karimi Khalil Khoury Mansour Mohammadi Nasser Nazari Özdemir Qasim
        Rahimi Rostami Saleh Sayed Şahin Taheri Yilmaz Zahedi"""
    ),
    girls=_words("Aylin Dalia Defne Elif Farah Jana Lamia Layla Leila Mina Nour Rana Rima Yasmin"),
    boys=_words("Amin Baran Cem Darius Deniz Emre Fadi Hadi Karim Nadim Navid Rami Reza Tarek"),
    languages=("Arabic", "Turkish", "Farsi", "Kurdish", "Dari"),
)
COMMUNITIES = (
    *(ENGLISH, SCOTTISH, WELSH, IRISH, SOUTH_ASIAN_MUSLIM, INDIAN, AFRICAN, CARIBBEAN, POLISH),
    *(EUROPEAN, EAST_ASIAN, WEST_ASIAN),
)
WEIGHTS = tuple(each.weight for each in COMMUNITIES)


def names_for(surname: str) -> Names:
    """The names often met with a surname; the commonest ones for a surname not listed."""
    plain = surname.partition("-")[0]
    return next((each for each in COMMUNITIES if plain in each.surnames), ENGLISH)


def any_names(chance: Chance) -> Names:
    """One community's names, the commoner ones more often."""
    return chance.choices(COMMUNITIES, WEIGHTS)[0]
