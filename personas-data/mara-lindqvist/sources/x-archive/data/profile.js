window.YTD.profile.part0 = [
  {
    "profile": {
      "description": {
        "bio": "Boat builder, retired by epoxy. Now I listen to the sea for a living (it is not relaxing). Kinvara, Galway Bay. Havet har tid.",
        "website": "https://t.co/Qm4TzLr8wK",
        "location": "Kinvara, Co. Galway"
      },
      "avatarMediaUrl": "https://pbs.twimg.com/profile_images/000/oar.jpg",
      "headerMediaUrl": "https://pbs.twimg.com/profile_banners/000/1"
    }
  }
]
