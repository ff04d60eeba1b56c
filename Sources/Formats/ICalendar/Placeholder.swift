// DatelineICalendar
